using M365Smtp.CodeFixes.Code;
using M365Smtp.CodeFixes.Layout;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Imports;

/// <summary>One way to name the new types in a file; the first plan that compiles is used.</summary>
/// <param name="Drops">True if System.Net.Mail is no longer imported.</param>
internal sealed record ImportPlan(bool Drops, TypeNaming Naming)
{
    /// <summary>Shortest result first.</summary>
    public static readonly IReadOnlyList<ImportPlan> All =
    [
        new(Drops: true, TypeNaming.Short),
        new(Drops: false, TypeNaming.Short),
        new(Drops: false, TypeNaming.Alias),
        new(Drops: false, TypeNaming.Qualified),
        new(Drops: false, TypeNaming.Full),
    ];

    /// <summary>In text order.</summary>
    /// <param name="written">Changes with full type names.</param>
    /// <param name="namespaces">Namespaces of names that are already short.</param>
    public IReadOnlyList<TextChange> Apply(
        IEnumerable<TextChange> written,
        IEnumerable<string> namespaces,
        int position,
        SemanticModel model,
        SourceText text
    )
    {
        var root = (CompilationUnitSyntax)model.SyntaxTree.GetRoot();
        var names = new TypeNames(Naming, position, model, namespaces);
        var changes = written
            .Select(change => new TextChange(change.Span, names.In(change.NewText ?? "")))
            .ToList();
        changes.AddRange(Earlier(root, changes));
        var usings = Usings.InPlaceOfNetMail(root, names.Namespaces, names.Aliases, Drops, position, text);
        return changes.Concat(usings).InTextOrder();
    }

    /// <summary>Names that had to be fully qualified while the file still named System.Net.Mail's client.</summary>
    IEnumerable<TextChange> Earlier(CompilationUnitSyntax root, IReadOnlyList<TextChange> changes) =>
        Naming is TypeNaming.Qualified or TypeNaming.Full
            ? []
            : from node in root.DescendantNodes(node => node is not UsingDirectiveSyntax)
              where node is QualifiedNameSyntax or MemberAccessExpressionSyntax
              let name = node.ToString()
              where
                  TypeNames.Namespace(name) == MailKitNames.ClientsNamespace
                  && !changes.Any(change => change.Span.OverlapsWith(node.Span))
              select new TextChange(node.Span, TypeNames.Simple(name));
}

/// <summary>How a file names the new types.</summary>
internal enum TypeNaming
{
    /// <summary>With a using directive for each namespace.</summary>
    Short,

    /// <summary>
    /// Like <see cref="Short"/>, with <c>using SmtpClient = MailKit.Net.Smtp.SmtpClient;</c> if System.Net.Mail has the
    /// name too.
    /// </summary>
    Alias,

    /// <summary>
    /// Like <see cref="Short"/>, but fully qualifies names from the namespace of MailKit's client, which clash with
    /// System.Net.Mail.
    /// </summary>
    Qualified,

    /// <summary>All fully qualified, without using directives.</summary>
    Full,
}
