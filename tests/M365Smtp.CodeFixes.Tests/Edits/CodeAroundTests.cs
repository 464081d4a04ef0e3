using M365Smtp.CodeFixes.Code;
using M365Smtp.CodeFixes.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace M365Smtp.CodeFixes.Tests.Edits;

/// <summary>What a fix finds around a place: free names, readable values, declarations, enclosing code.</summary>
public class CodeAroundTests
{
    static (SyntaxNode Root, SemanticModel Model, TextSpan At) Read(string marked)
    {
        var file = MarkedFile.Parse("Mail.cs", marked);
        var tree = CSharpSyntaxTree.ParseText(file.Text, path: file.Path);
        var build = CSharpCompilation.Create(
            "Test",
            [tree],
            [
                MetadataReference.CreateFromFile(typeof(object).Assembly.Location),
                MetadataReference.CreateFromFile(typeof(System.Net.Mail.SmtpClient).Assembly.Location),
            ],
            new(OutputKind.DynamicallyLinkedLibrary)
        );
        return (tree.GetRoot(), build.GetSemanticModel(tree), file.Marks.FirstOrDefault());
    }

    static T Marked<T>(string marked)
        where T : SyntaxNode
    {
        var (root, _, at) = Read(marked);
        return root.FindNode(at, getInnermostNodeForTie: true).AncestorsAndSelf().OfType<T>().First();
    }

    [Theory]
    [InlineData("void M() { }", "name")]
    [InlineData("void M() { int name; }", "name2")]
    [InlineData("void M() { int name, name2; }", "name3")]
    [InlineData("void M(int name) { }", "name2")]
    [InlineData("int name; void M() { }", "name2")]
    [InlineData("int name; void M() { int name2; }", "name3")]
    [InlineData("void M() { F(name: 1); } void F(int name) { }", "name")]
    [InlineData("void M() { F(name); } void F(int other) { }", "name2")]
    [InlineData("void M() { } void F(int name) { }", "name")]
    public void A_name_that_is_taken_gets_a_number(string members, string free)
    {
        var (root, model, _) = Read($"class C {{ {members} }}");
        var method = root.DescendantNodes().OfType<MethodDeclarationSyntax>().First(one => one.Identifier.Text == "M");
        Assert.Equal((members, free), (members, FreeNames.Like("name", method, model)));
    }

    [Fact]
    public void The_name_of_what_goes_is_free()
    {
        var (root, model, _) = Read("class C { int name, name2; void M() { name = 1; } }");
        var method = root.DescendantNodes().OfType<MethodDeclarationSyntax>().Single();
        var going = model.LookupSymbols(method.SpanStart, name: "name").Single();
        Assert.Equal("name", FreeNames.Like("name", method, model, going));
        Assert.Equal("name3", FreeNames.Like("name", method, model));
    }

    [Fact]
    public void A_name_is_given_once_in_a_member()
    {
        var (root, model, _) = Read("class C { void M() { } void N() { } }");
        var methods = root.DescendantNodes().OfType<MethodDeclarationSyntax>().ToList();
        var names = new FreeNames(model);
        Assert.Equal(
            ["name", "name2", "name3", "name"],
            [
                names.Like("name", methods[0]),
                names.Like("name", methods[0]),
                names.Like("name", methods[0].Body!),
                names.Like("name", methods[1]),
            ]
        );
    }

    [Theory]
    [InlineData(
        "int field; static int fixedField; int Read => 1; int Write { set { } } int this[int i] => 1; void M(int given) { int b = 1, a = 2; [|;|] int later = 3; }",
        "a b given Read field C.fixedField"
    )]
    [InlineData(
        "int field; static int fixedField; int Read => 1; static int ReadAll => 1; static void M(int given) { [|;|] }",
        "given C.ReadAll C.fixedField"
    )]
    [InlineData("int field; static void M() { void Inner() { [|;|] } Inner(); }", "")]
    [InlineData("int field; void M() { static void Inner() { [|;|] } Inner(); }", "")]
    [InlineData("int field; void M() { void Inner() { [|;|] } Inner(); }", "field")]
    public void What_can_be_read_there_nearest_first(string members, string names)
    {
        var (_, model, at) = Read($"class C {{ {members} }}");
        var found = InScope.Named(at.Start, model).Select(one => (one.IsStatic ? "C." : "") + one.Name);
        Assert.Equal((members, names), (members, string.Join(" ", found)));
    }

    [Theory]
    [InlineData("void M() { int [|a = 1|]; }", true)]
    [InlineData("void M() { using System.IDisposable [|a = null|]; }", false)]
    [InlineData("int [|a|];", true)]
    [InlineData("private static readonly int [|a|];", true)]
    [InlineData("public int [|a|];", false)]
    [InlineData("protected int [|a|];", false)]
    [InlineData("private protected int [|a|];", false)]
    [InlineData("internal int [|a|];", false)]
    [InlineData("[System.Obsolete] int [|a|];", false)]
    [InlineData("event System.Action [|a|];", false)]
    [InlineData("void M() { for (int [|a = 1|]; ; ) { } }", false)]
    public void A_local_and_a_private_field_may_go(string member, bool isRemovable) =>
        Assert.Equal(
            (member, isRemovable),
            (member, Declarator.IsRemovable(Marked<VariableDeclaratorSyntax>($"class C {{ {member} }}")))
        );

    [Theory]
    [InlineData("    int [|a|];\n    int b;\n", "    int b;\n")]
    [InlineData("    int [|a = 1|], b, c;\n", "    int b, c;\n")]
    [InlineData("    int a, [|b = 1|], c;\n", "    int a, c;\n")]
    [InlineData("    int a, b, [|c|];\n", "    int a, b;\n")]
    public void A_declarator_goes_with_its_comma(string before, string after)
    {
        var variable = Marked<VariableDeclaratorSyntax>("class C\n{\n" + before + "}\n");
        var text = variable.SyntaxTree.GetText();
        Assert.Equal("class C\n{\n" + after + "}\n", $"{text.WithChanges(Declarator.Without(variable, text))}");
    }

    [Theory]
    [InlineData("class C { void M() { [|;|] } }", "void M() { ; }")]
    [InlineData("class C { void M() { void F() { [|;|] } } }", "void F() { ; }")]
    [InlineData("class C { void M() { System.Action a = () => { [|;|] }; } }", "() => { ; }")]
    [InlineData("class C { void M() { System.Action a = delegate { [|;|] }; } }", "delegate { ; }")]
    [InlineData("class C { C() { [|;|] } }", "C() { ; }")]
    [InlineData("class C { int P { get { [|;|] return 1; } } }", "get { ; return 1; }")]
    [InlineData("class C { int P => [|1|]; }", "int P => 1;")]
    [InlineData("[|;|] class C { }", "; class C { }")]
    public void The_function_around_a_place(string code, string function)
    {
        var (root, _, at) = Read(code);
        Assert.Equal((code, function), (code, root.FindNode(at).Function().ToString()));
    }

    [Theory]
    [InlineData("class C { void M() { void F() { [|;|] } } }", "void M() { void F() { ; } }")]
    [InlineData("class C { int a = [|1|]; }", "int a = 1;")]
    [InlineData("[|;|] class C { }", "; class C { }")]
    public void The_member_around_a_place(string code, string member)
    {
        var (root, _, at) = Read(code);
        Assert.Equal((code, member), (code, Enclosing.Member(root.FindNode(at)).ToString()));
    }

    [Theory]
    [InlineData("a", "a")]
    [InlineData("(a)", "a")]
    [InlineData("a!", "a")]
    [InlineData("(a!)", "a")]
    [InlineData("((a))", "a")]
    [InlineData("-a", "-a")]
    [InlineData("a++", "a++")]
    public void An_expression_is_unwrapped(string written, string inner)
    {
        var expression = SyntaxFactory.ParseExpression(written);
        Assert.Equal(inner, expression.Inner().ToString());
        var name = expression.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Single();
        Assert.Equal(inner == "a" ? written : "a", name.Outer().ToString());
    }

    [Theory]
    [InlineData("this.a", "this.a")]
    [InlineData("a", "a")]
    [InlineData("b.a", "a")]
    [InlineData("a.b", "a")]
    public void A_name_is_whole_with_this(string written, string whole) =>
        Assert.Equal(
            whole,
            SyntaxFactory
                .ParseExpression(written)
                .DescendantNodesAndSelf()
                .OfType<IdentifierNameSyntax>()
                .Single(name => name.Identifier.Text == "a")
                .Whole()
                .ToString()
        );

    [Theory]
    [InlineData("System.Net.Mail.SmtpClient", true, true)]
    [InlineData("System.Net.Mail.MailMessage", true, false)]
    [InlineData("SmtpClient", false, false)]
    [InlineData("string", false, false)]
    public void A_type_of_NetMail(string type, bool isOfNetMail, bool isClient)
    {
        var (root, model, _) = Read($"class SmtpClient {{ }} class C {{ {type} a; }}");
        var field = root.DescendantNodes().OfType<VariableDeclarationSyntax>().Single();
        var symbol = model.GetTypeInfo(field.Type).Type;
        Assert.Equal((isOfNetMail, isClient), (symbol.IsOfNetMail(), symbol.IsClient()));
    }

    [Fact]
    public void A_namespace_of_NetMail()
    {
        var (_, model, _) = Read("class C { }");
        INamespaceSymbol Space(params string[] names) =>
            names.Aggregate(
                model.Compilation.GlobalNamespace,
                (space, name) => space.GetNamespaceMembers().Single(one => one.Name == name)
            );
        Assert.True(Space("System", "Net", "Mail").IsOfNetMail());
        Assert.False(Space("System", "Net").IsOfNetMail());
        Assert.False(((ISymbol?)null).IsOfNetMail());
    }

    [Fact]
    public void References_are_names_of_the_symbol_itself()
    {
        var (root, model, _) = Read("class C { int a, b; void M(C c) { a = 1; c.a = b; { int x = this.a; } } void N(int a) => a = 2; }");
        var field = model.LookupSymbols(root.Span.End - 2, name: "a").Single();
        Assert.Equal(3, References.Of(field, root, model).Count);
    }

    [Theory]
    [InlineData("1", "a", "1")]
    [InlineData("b: 2, a: 1", "a", "a: 1")]
    [InlineData("1, 2", "b", "2")]
    [InlineData("1", "b", null)]
    [InlineData("1", "c", null)]
    public void An_argument_is_found_by_its_parameter(string arguments, string parameter, string? found)
    {
        var (root, model, _) = Read($"class C {{ void M() => F({arguments}); void F(int a, int b = 3) {{ }} }}");
        var call = (Microsoft.CodeAnalysis.Operations.IInvocationOperation)
            model.GetOperation(root.DescendantNodes().OfType<InvocationExpressionSyntax>().Single())!;
        Assert.Equal(found, call.Arguments.For(parameter)?.ToString());
    }

    [Fact]
    public void One_unknown_part_makes_all_unknown()
    {
        Assert.Equal(["a", "b"], new[] { "a", "b" }.AllOrNull());
        Assert.Null(new[] { "a", null, "b" }.AllOrNull());
        Assert.Empty(Array.Empty<string?>().AllOrNull()!);
    }

    [Theory]
    [InlineData("class C { [|int a|]; }", "VariableDeclaration")]
    [InlineData("class C { [|int|] a; }", "PredefinedType")]
    [InlineData("class C { int [|a; }|]", null)]
    public async Task A_node_has_exactly_the_marked_span(string code, string? kind)
    {
        var file = MarkedFile.Parse("Mail.cs", code);
        var document = MailProject.Create([file]).Projects.Single().Documents.First();
        var place = await Place.At(document, file.Marks[0], TestContext.Current.CancellationToken);
        Assert.Equal((code, kind), (code, place!.Node<SyntaxNode>()?.Kind().ToString()));
        Assert.Equal(file.Text.IndexOf("int", StringComparison.Ordinal) == file.Marks[0].Start ? "int" : "a", place.Token.Text);
    }

    [Fact]
    public async Task A_token_begins_exactly_at_the_mark()
    {
        var file = MarkedFile.Parse("Mail.cs", "class C { in[|t a|]; }");
        var document = MailProject.Create([file]).Projects.Single().Documents.First();
        var place = await Place.At(document, file.Marks[0], TestContext.Current.CancellationToken);
        Assert.Equal(default, place!.Token);
    }

    [Theory]
    [InlineData("int a = [|1|];", "2", true)]
    [InlineData("int a = [|1|];", "\"\"", false)]
    [InlineData("int a = [|1|];", "missing", false)]
    [InlineData("int a = [|missing|];", "missing + 1", true)]
    [InlineData("int a = [|missing|];", "missing + gone", false)]
    [InlineData("string a = [|\"\"|];", "null", false)]
    [InlineData("int a = 1; [|int M() => 1;|]", "int M() { int b; return 1; }", false)]
    [InlineData("int [|a|] = 1;", "b", true)]
    public async Task A_change_compiles_as_well(string member, string change, bool compiles)
    {
        var file = MarkedFile.Parse("Mail.cs", $"class C {{ {member} }}");
        var document = MailProject.Create([file]).Projects.Single().Documents.First();
        Assert.Equal(
            (member, change, compiles),
            (
                member,
                change,
                await BuildCheck.CompilesAsWell(
                    document,
                    [new TextChange(file.Marks[0], change)],
                    null,
                    TestContext.Current.CancellationToken
                )
            )
        );
    }

    [Theory]
    [InlineData("string a = [|\"\"|];", "null", true)]
    [InlineData("string a = [|\"\"|];", "1", false)]
    [InlineData("Dictionary<[|string|], int>? a;", "string?", true)]
    [InlineData(
        "[return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(\"a\")] string? M(string? a) => [|a|];",
        "null",
        true
    )]
    [InlineData("void M() { int a = 1; [|a++|]; }", "int b", false)]
    public async Task A_warning_about_null_may_wait_for_the_next_edit(string member, string value, bool compiles)
    {
        var file = MarkedFile.Parse("Mail.cs", $"class C {{ {member} }}");
        var document = MailProject.Create([file]).Projects.Single().Documents.First();
        Assert.Equal(
            compiles,
            await BuildCheck.CompilesAsWell(
                document,
                [new TextChange(file.Marks[0], value)],
                null,
                TestContext.Current.CancellationToken,
                isInterim: true
            )
        );
    }

    [Theory]
    [InlineData(3, 5, 5, 7, true)]
    [InlineData(3, 6, 5, 7, false)]
    public async Task Changes_must_not_overlap(int start, int end, int next, int last, bool compiles)
    {
        var file = MarkedFile.Parse("Mail.cs", "          class C { }");
        var document = MailProject.Create([file]).Projects.Single().Documents.First();
        Assert.Equal(
            compiles,
            await BuildCheck.CompilesAsWell(
                document,
                [
                    new TextChange(TextSpan.FromBounds(start, end), " "),
                    new TextChange(TextSpan.FromBounds(next, last), " "),
                ],
                null,
                TestContext.Current.CancellationToken
            )
        );
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task A_changed_symbol_is_checked_where_it_is_named(bool isTold, bool compiles)
    {
        var file = MarkedFile.Parse("Mail.cs", "class C { public int [|Old|]; }");
        var user = MarkedFile.Parse("Use.cs", "class D { int M(C c) => c.Old; }");
        var project = MailProject.Create([file, user]).Projects.Single();
        var document = project.Documents.First();
        var type = (await project.GetCompilationAsync(TestContext.Current.CancellationToken))!.GetTypeByMetadataName("C");
        Assert.Equal(
            compiles,
            await BuildCheck.CompilesAsWell(
                document,
                [new TextChange(file.Marks[0], "New")],
                isTold ? type!.GetMembers("Old").Single() : null,
                TestContext.Current.CancellationToken
            )
        );
    }
}
