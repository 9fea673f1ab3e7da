using Microsoft.AspNetCore.Http;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.EpdProxy;

/// <summary>An EPD with headers and manners of its own; a portal of its own in front of it.</summary>
[Collection(PortalJourneys.Name)]
public sealed class RudeEpdTests(PortalFixture fixture) : IAsyncLifetime
{
    private RudeEpd _epd = null!;
    private PortalHost _portal = null!;
    private PortalClient _doctor = null!;
    private string _letter = "";

    public async Task InitializeAsync()
    {
        _epd = await RudeEpd.StartAsync(fixture.Epd.Address);
        _portal = await PortalHost.StartAsync(_epd.Address);
        _doctor = await _portal.SignInAsync(TestPki.Shared.Card());
        // Only letters that the sandbox wrote with a relative address lie at this EPD's base.
        var (patient, letter) = fixture.Own
            .SelectMany(p => p.Letters.Where(l => l.CanOpen && l.Url.StartsWith("Binary/", StringComparison.Ordinal)).Select(l => (p, l))).First();
        _letter = _portal.LetterPath(patient.Id, letter.Id);
    }

    public async Task DisposeAsync()
    {
        _doctor.Dispose();
        await _portal.DisposeAsync();
        await _epd.DisposeAsync();
    }

    [Fact]
    public async Task H105_Letter_HeadersOfTheEpd_DoNotReachTheBrowser()
    {
        var answer = await _doctor.GetAsync(_letter);
        Assert.Equal((200, "application/pdf"), (answer.Status, answer.Header("Content-Type")));
        foreach (var name in (string[])["Set-Cookie", "X-Epd-Patient", "Server"])
        {
            Assert.Null(answer.Header(name));
        }

        Assert.Equal("inline; filename=\"brief.pdf\"", answer.Header("Content-Disposition"));
        Assert.DoesNotContain("*", answer.Header("Content-Security-Policy"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Letter_HeadersOfTheBrowser_DoNotReachTheEpd()
    {
        await _doctor.GetAsync(_letter, ("Authorization", "Bearer x"), ("X-Forwarded-For", "1.2.3.4"), ("Accept-Language", "nl"), ("Accept-Encoding", "br"));
        Assert.Equal(["Accept", "Host", "X-Request-ID"], _epd.Asked.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("application/pdf", _epd.Asked.Accept.ToString());
        Assert.Equal(_portal.Trail(AuditEventType.LetterOpened)[0].RequestId, _epd.Asked["X-Request-ID"].ToString());
    }

    [Fact]
    public async Task R2_Letter_IsInTheTrailBeforeItsBytesAreAskedFor()
    {
        var recorded = -1;
        _epd.OnBinary = _ =>
        {
            recorded = _portal.Trail(AuditEventType.LetterOpened).Count;
            return Task.FromResult(false);
        };
        Assert.Equal(200, (await _doctor.GetAsync(_letter)).Status);
        Assert.Equal(1, recorded);
    }

    [Fact]
    public async Task H096_Letter_RedirectElsewhere_IsNotFollowed()
    {
        _epd.OnBinary = context =>
        {
            context.Response.Redirect("https://evil.example/x.pdf");
            return Task.FromResult(true);
        };
        var answer = await _doctor.GetAsync(_letter);
        Assert.Equal((503, "ZVP-E11"), (answer.Status, answer.Code));
        Assert.Null(answer.Location);
    }

    [Theory]
    [InlineData("")]
    [InlineData("%PD")]
    public async Task Letter_ShorterThanItsMark_IsNoPdf(string body)
    {
        _epd.OnBinary = async context =>
        {
            context.Response.ContentType = "application/pdf";
            await context.Response.WriteAsync(body);
            return true;
        };
        Assert.Equal("ZVP-E05", (await _doctor.GetAsync(_letter)).Code);
    }

    [Fact]
    public async Task Letter_LengthUnknown_StillComesWhole()
    {
        var pdf = "%PDF-1.7 "u8.ToArray().Concat(new byte[300_000]).ToArray();
        _epd.OnBinary = async context =>
        {
            foreach (var piece in pdf.Chunk(10_007))
            {
                await context.Response.Body.WriteAsync(piece);
                await context.Response.Body.FlushAsync();
            }

            return true;
        };
        Assert.Equal(pdf, (await _doctor.GetAsync(_letter)).Bytes);
    }

    [Fact]
    public async Task H104_Letter_LengthUnknownAndCut_BreaksTheConnection()
    {
        _epd.OnBinary = async context =>
        {
            await context.Response.Body.WriteAsync("%PDF-1.7 "u8.ToArray().Concat(new byte[100_000]).ToArray());
            await context.Response.Body.FlushAsync();
            context.Abort();
            return true;
        };
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => _doctor.GetAsync(_letter));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Letter_SilenceBeforeItsFirstByte_EndsAtTheDeadlineOfASection(bool headersFirst)
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _epd.OnBinary = async context =>
        {
            if (headersFirst)
            {
                context.Response.ContentType = "application/pdf";
                await context.Response.StartAsync();
            }
            asked.TrySetResult();
            await new TaskCompletionSource().Task.WaitAsync(context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            return true;
        };
        var letter = _doctor.GetAsync(_letter);
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(30));
        _portal.Clock.Advance(TimeSpan.FromSeconds(5.1));
        var answer = await letter;
        Assert.Equal((503, "ZVP-E02"), (answer.Status, answer.Code));
        Assert.DoesNotContain("30 seconden", answer.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Letter_SilenceInTheMiddle_MayLastLongerThanASection()
    {
        var half = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var rest = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _epd.OnBinary = async context =>
        {
            await context.Response.Body.WriteAsync("%PDF-1.7 "u8.ToArray());
            await context.Response.Body.FlushAsync();
            half.TrySetResult();
            await rest.Task;
            await context.Response.Body.WriteAsync(new byte[1000]);
            return true;
        };
        using var response = await _doctor.StartAsync(_letter);
        await half.Task;
        _portal.Clock.Advance(TimeSpan.FromSeconds(10));
        rest.SetResult();
        Assert.Equal(1009, (await response.Content.ReadAsByteArrayAsync()).Length);
    }

    [Fact]
    public async Task Letter_ConnectionBrokenBeforeTheFirstByte_IsAPage()
    {
        _epd.OnBinary = context =>
        {
            context.Abort();
            return Task.FromResult(true);
        };
        var answer = await _doctor.GetAsync(_letter);
        Assert.Equal((503, "ZVP-E01"), (answer.Status, answer.Code));
    }
}
