using M365Smtp.Package.Tests.Texts;

namespace M365Smtp.Package.Tests.Docs;

/// <summary>The API reference matches the XML documentation; M365SMTP_WRITE=1 regenerates it.</summary>
public sealed class ApiReferenceTests
{
    [Theory]
    [InlineData("M365Smtp.GateCheck", typeof(SmtpReply))]
    [InlineData("M365Smtp.Simulator", typeof(Simulator.SmtpSimulator))]
    [InlineData("M365Smtp.Graph", typeof(Graph.GraphTransport))]
    public void It_lists_every_public_type_and_member(string library, Type anyType) =>
        CommittedText.MustBe(new ApiReference(anyType.Assembly).Markdown(library), $"docs/api/{library}.md");
}
