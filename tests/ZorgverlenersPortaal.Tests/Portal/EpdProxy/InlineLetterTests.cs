using System.Text;
using System.Text.Json.Nodes;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.EpdProxy;

/// <summary>Letters in base64, inside their document or in a Binary that comes as a resource, through the real portal.</summary>
[Collection(Alone.Name)]
public sealed class InlineLetterTests(FaultTableFixture rig) : IClassFixture<FaultTableFixture>
{
    private const string Pdf = "%PDF-1.7\nbrief/?\n%%EOF";

    [Theory]
    [InlineData(Pdf, 200, "")]
    [InlineData("<html><script>alert(1)</script>", 404, "ZVP-E05")]
    [InlineData("PK\u0003\u0004docx", 404, "ZVP-E05")]
    [InlineData("", 404, "ZVP-N05")] // nothing inside: no letter to open
    public async Task H109_H110_InlineContent_IsAPdfOrNothing(string content, int status, string code)
    {
        await InsideAsync(Base64(content));

        await ShowsAsync(status, code, content);
    }

    [Theory]
    [InlineData("%%%")]
    [InlineData("JVBERi0xLjc*")]
    [InlineData("JVBERi0\\u0078")]
    [InlineData("JVBERi0xLjc")]
    public async Task H110_InlineContentThatIsNoBase64_IsAPageAndNotHalfALetter(string data)
    {
        await rig.FreshAsync();
        rig.Proxy.Set(Documents, (call, _) => call.SendAsync(Inside(call.Text, "DATA").Replace("\"DATA\"", $"\"{data}\"", StringComparison.Ordinal)));

        await ShowsAsync(404, "ZVP-E05", "");
    }

    [Fact]
    public async Task InlineContent_SlashesEscapedInJson_IsTheSame()
    {
        await rig.FreshAsync();
        rig.Proxy.Set(Documents, (call, _) => call.SendAsync(
            Inside(call.Text, "DATA").Replace("\"DATA\"", $"\"{Base64("%PDF-1.7\n???>>>").Replace("/", "\\/", StringComparison.Ordinal)}\"", StringComparison.Ordinal)));

        await ShowsAsync(200, "", "%PDF-1.7\n???>>>");
    }

    [Theory]
    [InlineData("version")]
    [InlineData("patient")]
    [InlineData("not understood")]
    public async Task R4_DocumentThatIsAnotherAtTheSecondLook_IsNotShown(string change)
    {
        await rig.FreshAsync();
        var looks = 0;
        rig.Proxy.Set(Documents, (call, _) =>
        {
            var document = JsonNode.Parse(Inside(call.Text, Base64(Pdf)))!.AsObject();
            if (Interlocked.Increment(ref looks) > 1)
            {
                switch (change)
                {
                    case "version": document["meta"]!["versionId"] = "99"; break;
                    case "patient": document["subject"] = Some.Ref("Patient/other"); break;
                    default: document["modifierExtension"] = Some.UnknownModifier; break;
                }
            }
            return call.SendAsync(document.ToJsonString());
        });

        await ShowsAsync(503, "ZVP-E11", "");
        Assert.Equal(2, looks);
    }

    [Fact]
    public async Task R2_TrailIsDown_InlineLetterIsNotEvenAskedFor()
    {
        await InsideAsync(Base64(Pdf));
        var path = rig.LetterPath;
        using var broken = rig.Portal.BreakTrail();

        var answer = await rig.Doctor.GetAsync(path);

        Assert.Equal(503, answer.Status);
        Assert.Equal(1, rig.Proxy.Met);
        Assert.DoesNotContain("%PDF", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(200, "")]
    [InlineData(404, "ZVP-E05", "id")]
    [InlineData(404, "ZVP-E05", "patient")]
    [InlineData(404, "ZVP-E05", "type")]
    [InlineData(404, "ZVP-E05", "base64")]
    [InlineData(404, "ZVP-E05", "html")]
    [InlineData(404, "ZVP-E05", "not understood")]
    [InlineData(404, "ZVP-E05", "outcome")]
    [InlineData(503, "ZVP-E12", "too large")]
    public async Task H090_BinaryAsAResource_OpensOnlyWhenItIsThisOne(int status, string code, string change = "")
    {
        await rig.FreshAsync();
        rig.Proxy.Set(Binaries, (call, _) => call.SendAsync(Encoding.UTF8.GetBytes(Changed(call.Target, change).ToJsonString()), 200, "application/fhir+json; charset=utf-8"));

        await ShowsAsync(status, code, Pdf);
    }

    private JsonObject Changed(string target, string change)
    {
        var binary = new JsonObject
        {
            ["resourceType"] = "Binary",
            ["id"] = target.Split('/')[^1],
            ["contentType"] = "application/pdf",
            ["securityContext"] = Some.Ref("Patient/" + rig.Patient.Id),
            ["data"] = Base64(Pdf),
        };
        switch (change)
        {
            case "id": binary["id"] = "other"; break;
            case "patient": binary["securityContext"] = Some.Ref("Patient/other"); break;
            case "type": binary["contentType"] = "text/html"; break;
            case "base64": binary["data"] = "***"; break;
            case "html": binary["data"] = Base64("<html>"); break;
            case "not understood": binary["implicitRules"] = "http://hospital.example/rules"; break;
            case "outcome": return Some.Outcome();
            case "too large": binary["data"] = new string('A', 17 * 1024 * 1024); break;
            default: break;
        }
        return binary;
    }

    private async Task InsideAsync(string data)
    {
        await rig.FreshAsync();
        rig.Proxy.Set(Documents, (call, _) => call.SendAsync(Inside(call.Text, data)));
    }

    private async Task ShowsAsync(int status, string code, string content)
    {
        var answer = await rig.Doctor.GetAsync(rig.LetterPath);

        Assert.Equal((status, code), (answer.Status, status == 200 ? "" : answer.Code));
        if (status == 200)
        {
            Assert.Equal((content, "application/pdf", "nosniff", "no-store"), (Encoding.Latin1.GetString(answer.Bytes), answer.Header("Content-Type"), answer.Header("X-Content-Type-Options"), answer.Header("Cache-Control")));
            Assert.Equal("sandbox", answer.Header("Content-Security-Policy")!.Split(';')[^1].Trim());
            Assert.Equal(AuditEventType.LetterOpened, rig.Portal.Trail()[0].Event);
            return;
        }
        Assert.Null(answer.Header("Content-Disposition"));
        Assert.DoesNotContain("alert(1)", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("%PDF", answer.Text, StringComparison.Ordinal);
    }

    private static string Inside(string document, string data)
    {
        var changed = JsonNode.Parse(document)!;
        changed["content"] = new JsonArray(new JsonObject { ["attachment"] = new JsonObject { ["contentType"] = "application/pdf", ["data"] = data } });
        return changed.ToJsonString();
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.Latin1.GetBytes(text));

    private static bool Documents(string target) => target.StartsWith("/fhir/DocumentReference/", StringComparison.Ordinal);

    private static bool Binaries(string target) => target.StartsWith("/fhir/Binary/", StringComparison.Ordinal);
}
