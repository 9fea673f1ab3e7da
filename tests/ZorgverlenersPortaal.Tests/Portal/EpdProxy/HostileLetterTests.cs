using System.Text;
using System.Text.Json.Nodes;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.EpdProxy;

/// <summary>Letters that are none, or more than that, through the real portal (H105, H106, H109-H112).</summary>
[Collection(Alone.Name)]
public sealed class HostileLetterTests(FaultTableFixture rig) : IClassFixture<FaultTableFixture>
{
    [Theory]
    [InlineData("text/html", "<html><script>alert(1)</script>")]
    [InlineData("image/svg+xml", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")]
    [InlineData("application/xml", "<?xml version='1.0'?><?xml-stylesheet href='x.xsl'?><x/>")]
    [InlineData("multipart/related", "MIME-Version: 1.0\r\nContent-Type: multipart/related")]
    [InlineData("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "PK\u0003\u0004docx")]
    [InlineData("application/x-msdownload", "MZ\u0090")]
    [InlineData("application/fhir+json", "{\"resourceType\":\"Binary\",\"data\":\"PGh0bWw+\"}")]
    public async Task H109_H110_OtherContent_IsRefusedUnderItsOwnNameAndAsAPdf(string type, string content)
    {
        foreach (var called in (string[])[type, "application/pdf"])
        {
            await rig.FreshAsync();
            rig.Proxy.Set(Binaries, (call, _) => call.SendAsync(Encoding.Latin1.GetBytes(content), 200, called));

            var answer = await rig.Doctor.GetAsync(rig.LetterPath);

            Assert.Equal((404, "ZVP-E05"), (answer.Status, answer.Code));
            Assert.StartsWith("text/html", answer.Header("Content-Type"), StringComparison.Ordinal);
            Assert.DoesNotContain("alert(1)", answer.Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("%PDF-1.7\n<html><script>alert(1)</script>")]
    [InlineData("%PDF-1.7\nPK\u0003\u0004")]
    [InlineData("%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj")]
    [InlineData("%PDF-1.7\n1 0 obj<</OpenAction<</S/Launch/F(cmd.exe)>>>>endobj")]
    [InlineData("%PDF-1.7\n1 0 obj<</OpenAction<</S/URI/URI(http://evil.example)>>/Names<</EmbeddedFiles 2 0 R>>/AcroForm<</XFA 3 0 R>>>>endobj")]
    [InlineData("%PDF-1.7\ntrailer<</Encrypt 4 0 R>>")]
    public async Task H110_H111_PdfWithMoreInIt_IsAPdfInASandboxAndNothingElse(string content)
    {
        // security.md names a size limit. DESIGN §3 streams: nothing is stored, so there is none; FaultTableTests sends 200 MB.
        await rig.FreshAsync();
        rig.Proxy.Set(Binaries, (call, _) => call.SendAsync(Encoding.Latin1.GetBytes(content), 200, "text/html"));

        var answer = await rig.Doctor.GetAsync(rig.LetterPath);

        Assert.Equal((200, "application/pdf", "nosniff"), (answer.Status, answer.Header("Content-Type"), answer.Header("X-Content-Type-Options")));
        var policy = answer.Header("Content-Security-Policy")!;
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Equal("sandbox", policy.Split(';')[^1].Trim());
        Assert.Contains("no-store", answer.Header("Cache-Control"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../../x")]
    [InlineData("a\"b")]
    [InlineData("a\r\nSet-Cookie: x=1")]
    [InlineData("\u202Efdp.exe")]
    [InlineData("CON")]
    [InlineData("\U0001F480")]
    [InlineData("LONG")]
    public async Task H112_FileNameOfTheEpd_IsNeverUsed(string name)
    {
        await rig.FreshAsync();
        var title = name == "LONG" ? new string('x', 300) : name;
        rig.Proxy.Set(target => target.StartsWith("/fhir/DocumentReference/", StringComparison.Ordinal), (call, _) =>
        {
            var document = JsonNode.Parse(call.Text)!;
            document["content"]![0]!["attachment"]!["title"] = title;
            document["description"] = title;
            return call.SendAsync(document.ToJsonString());
        });

        var answer = await rig.Doctor.GetAsync(rig.LetterPath);

        Assert.Equal((200, "inline; filename=\"brief.pdf\""), (answer.Status, answer.Header("Content-Disposition")));
        Assert.Equal(1, rig.Proxy.Met);
    }

    [Fact]
    public async Task H105_H112_HeadersOfTheEpd_AreNotPassedOn()
    {
        await rig.FreshAsync();
        rig.Proxy.Set(Binaries, (call, _) => call.SendAsync(call.Body, 200, headers:
            "Set-Cookie: epd=1\r\nLocation: http://evil.example\r\nContent-Security-Policy: default-src *\r\nX-Frame-Options: ALLOWALL\r\n"
            + "Content-Disposition: attachment; filename=\"..%0d%0a..\\x.exe\"\r\nRefresh: 0;url=http://evil.example\r\n"));

        var answer = await rig.Doctor.GetAsync(rig.LetterPath);

        Assert.Equal((200, "inline; filename=\"brief.pdf\""), (answer.Status, answer.Header("Content-Disposition")));
        Assert.DoesNotContain(answer.Headers, h => h.Value.Contains("evil", StringComparison.Ordinal) || h.Value.Contains("epd=1", StringComparison.Ordinal) || h.Value.Contains("default-src *", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/fhir/Condition?")]
    [InlineData("/fhir/Binary/")]
    public async Task H106_AnswerAfterSignOut_IsDropped(string asked)
    {
        await rig.FreshAsync();
        var go = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        rig.Proxy.Set(target => target.StartsWith(asked, StringComparison.Ordinal), async (call, _) =>
        {
            await go.Task;
            await call.SendAsync(call.Body);
        });
        var looking = LookAsync(asked.Contains("Binary", StringComparison.Ordinal) ? rig.LetterPath : rig.PatientPath);
        await rig.Proxy.UntilMetAsync();

        Assert.Equal(303, (await rig.Doctor.SignOutAsync()).Status);
        go.SetResult();

        var seen = await looking;
        Assert.DoesNotContain("%PDF", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("<li>", seen.Split("id=\"diagnoses\"").ElementAtOrDefault(1) ?? "", StringComparison.Ordinal);
    }

    private static bool Binaries(string target) => target.StartsWith("/fhir/Binary/", StringComparison.Ordinal);

    /// <summary>What came before the connection broke, if it did.</summary>
    private async Task<string> LookAsync(string path)
    {
        var seen = new MemoryStream();
        try
        {
            using var response = await rig.Doctor.StartAsync(path);
            await response.Content.CopyToAsync(seen);
        }
        catch (HttpRequestException)
        {
            // Broken off: that is what is asked for.
        }
        return Encoding.Latin1.GetString(seen.ToArray());
    }
}
