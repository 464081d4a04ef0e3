using M365Smtp.Analyzers.Apis.Libraries;
using M365Smtp.Analyzers.Model;

namespace M365Smtp.Analyzers.Tests.Settings;

/// <summary>What must hold for every row of the library tables.</summary>
public class MailLibraryLaws
{
    [Fact]
    public void Every_library_is_listed_once()
    {
        var rows =
            from type in typeof(MailLibrary).Assembly.GetTypes()
            from field in type.GetFields()
            where field.FieldType == typeof(MailLibrary) && field.IsStatic
            select (MailLibrary)field.GetValue(null)!;

        Assert.All(rows, row => Assert.True(MailLibraries.All.Contains(row), $"Add to MailLibraries.All: {row.Source}"));
        Assert.Distinct(MailLibraries.All);
    }

    [Fact]
    public void Every_row_says_where_it_was_read() => Assert.All(MailLibraries.All, row => Assert.NotEmpty(row.Source));

    [Fact]
    public void Every_section_that_is_no_proof_has_a_library_to_look_for() =>
        Assert.All(
            MailLibraries.All.Where(row => row.Sections.Any(shape => !shape.IsUnique)),
            row => Assert.NotEmpty(row.Assemblies.Concat(row.Types).Concat(row.OptionsTypes))
        );

    [Fact]
    public void Two_rows_that_share_a_section_exclude_each_other_by_their_libraries()
    {
        var shared =
            from one in MailLibraries.All
            from other in MailLibraries.All
            where
                one != other
                && one.Sections.Any(shape =>
                    !shape.IsUnique
                    && other.Sections.Any(same =>
                        !same.IsUnique && same.Path == shape.Path && same.Has.SequenceEqual(shape.Has)
                    )
                )
            select (one, other);

        Assert.NotEmpty(shared);
        Assert.All(shared, pair => Assert.True(pair.one.NotBeside is not null || pair.other.NotBeside is not null));
    }

    [Theory]
    [InlineData(TlsMeaning.Auto, 465, TlsMode.Implicit)]
    [InlineData(TlsMeaning.Auto, 587, TlsMode.Opportunistic)]
    [InlineData(TlsMeaning.Auto, null, null)]
    [InlineData(TlsMeaning.WhenAvailable, null, TlsMode.Opportunistic)]
    [InlineData(TlsMeaning.FollowsPort, 587, TlsMode.StartTls)]
    [InlineData(TlsMeaning.FollowsPort, 25, TlsMode.None)]
    [InlineData(TlsMeaning.ImplicitOn465ElseStartTls, 587, TlsMode.StartTls)]
    [InlineData(TlsMeaning.ImplicitBut587StartTls, 587, TlsMode.StartTls)]
    [InlineData(TlsMeaning.ImplicitBut587StartTls, 25, TlsMode.Implicit)]
    [InlineData(TlsMeaning.ImplicitBut587WhenAvailable, 587, TlsMode.Opportunistic)]
    [InlineData(TlsMeaning.Unknown, 587, null)]
    public void The_meaning_of_a_switch_may_depend_on_the_port(object meaning, int? port, object? mode) =>
        Assert.Equal((TlsMode?)mode, ((TlsMeaning)meaning).On(port));
}
