using System.Net;
using System.Text;
using ZorgverlenersPortaal.EpdSandbox.Server;

namespace ZorgverlenersPortaal.Tests.EpdSandbox.Server;

public sealed class FaultBoardTests(RunningSandbox sandbox) : IClassFixture<RunningSandbox>, IAsyncLifetime
{
    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => sandbox.FaultAsync("none");

    [Theory]
    [InlineData("down503", HttpStatusCode.ServiceUnavailable, "OperationOutcome")]
    [InlineData("status:429", HttpStatusCode.TooManyRequests, "OperationOutcome")]
    [InlineData("html200", HttpStatusCode.OK, "<html>")]
    [InlineData("outcome200", HttpStatusCode.OK, "OperationOutcome")]
    public async Task Fault_InTheEpdsPlace_AnswersThatTypeOnly(string kind, HttpStatusCode status, string text)
    {
        await sandbox.FaultAsync(kind, "Consent");
        using var broken = await sandbox.Http.GetAsync(new Uri("Consent?patient=pat-00002", UriKind.Relative));
        Assert.Equal(status, broken.StatusCode);
        Assert.Contains(text, await broken.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(
            "Bundle",
            (await sandbox.GetAsync("Condition?patient=pat-00002"))["resourceType"]!.GetValue<string>());
    }

    [Fact]
    public async Task Truncate_AnyAnswer_BreaksHalfway()
    {
        await sandbox.FaultAsync("truncate");
        await Assert.ThrowsAnyAsync<HttpRequestException>(() =>
            sandbox.Http.GetByteArrayAsync(new Uri("Patient?_count=200", UriKind.Relative)));
    }

    [Fact]
    public async Task Hang_UntilTheCallerGivesUp_NeverAnswers()
    {
        await sandbox.FaultAsync("hang");
        using var patience = new CancellationTokenSource();
        var asked = sandbox.Http.GetAsync(new Uri("Patient/pat-00001", UriKind.Relative), patience.Token);
        while (!(await sandbox.ControlAsync("log")).Any(entry => entry!["status"]!.GetValue<int>() == 0))
        {
            Assert.False(asked.IsCompleted);
        }

        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);
    }

    [Fact]
    public async Task Stranger_SearchAndRead_MixInAnotherPatient()
    {
        await sandbox.FaultAsync("stranger", "Consent");
        var subjects = RunningSandbox
            .Resources(await sandbox.GetAsync("Consent?patient=pat-00002"))
            .Select(consent => consent["patient"]!["reference"]!.GetValue<string>())
            .ToList();
        Assert.Contains("Patient/pat-00002", subjects, StringComparer.Ordinal);
        Assert.Contains(subjects, subject => subject is not "Patient/pat-00002");
        Assert.NotEqual(
            "td-00002-1",
            RunningSandbox.Id(await sandbox.GetAsync("Consent/td-00002-1")),
            StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("wrongbinary", "%PDF")]
    [InlineData("fakepdf", "<!DO")]
    public async Task WrongDocument_Read_GivesOtherBytesUnderTheSameType(string kind, string start)
    {
        var right = await sandbox.Http.GetByteArrayAsync(new Uri("Binary/bin-00001-s", UriKind.Relative));
        await sandbox.FaultAsync(kind);
        using var answer = await sandbox.Http.GetAsync(new Uri("Binary/bin-00001-s", UriKind.Relative));
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(start, Encoding.ASCII.GetString(bytes, 0, 4));
        Assert.NotEqual(right, bytes);
    }

    [Fact]
    public async Task ForeignNext_SecondPage_LiesOnAnotherHost()
    {
        await sandbox.FaultAsync("foreignnext");
        Assert.StartsWith(
            "http://elsewhere.invalid/",
            RunningSandbox.Link(await sandbox.GetAsync("Patient?_count=2"), "next"),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("slow")]
    [InlineData("slow:x")]
    [InlineData("status:200")]
    [InlineData("down503:1")]
    [InlineData("1")]
    public void Parse_NoKind_NamesTheKinds(string kind) =>
        Assert.Contains(
            "slow:MS",
            Assert.Throws<FormatException>(() => Fault.Parse(kind, null)).Message,
            StringComparison.Ordinal);

    [Fact]
    public void For_SlowWithANumber_WaitsThatLongForThatType()
    {
        var board = new FaultBoard();
        board.Set([Fault.Parse("slow:250", "Encounter"), Fault.Parse("down503", "Consent")]);
        Assert.Equal(250, board.For("Encounter").SlowMilliseconds);
        Assert.Equal(FaultKind.None, board.For("Patient").Kind);
    }
}
