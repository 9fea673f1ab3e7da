using System.Text.Json.Nodes;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.EpdProxy;

/// <summary>What an EPD writes is text and stays text, on the real pages over HTTP (H100, H101, H107, H108).</summary>
[Collection(Alone.Name)]
public sealed class HostileTextTests(FaultTableFixture rig) : IClassFixture<FaultTableFixture>
{
    /// <summary>Where words for people stand in FHIR.</summary>
    private static readonly HashSet<string> _words =
    [
        "text", "display", "family", "given", "prefix", "suffix", "line", "city", "postalCode", "title", "description", "unit", "name", "comment", "valueString", "conclusion",
    ];

    [Fact]
    public async Task H107_XssInEveryWord_StaysLiteralText()
    {
        Assert.InRange(XssCorpus.Strings.Count, 100, 1000);
        await rig.FreshAsync();
        var (list, patient) = await PagesAsync("Veilig");
        foreach (var text in XssCorpus.Strings)
        {
            var (hostileList, hostilePatient) = await PagesAsync(text);
            Assert.True(Shape(list).SequenceEqual(Shape(hostileList)), $"the list has another shape with {text}");
            Assert.True(Shape(patient).SequenceEqual(Shape(hostilePatient)), $"the record has another shape with {text}");
            Assert.Contains(PortalAnswer.Plain(text), hostilePatient.Part("#diagnoses"), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("<div xmlns='http://www.w3.org/1999/xhtml'><script>alert(1)</script></div>")]
    [InlineData("<div onload='alert(1)'>x</div>")]
    [InlineData("<div><style>*{display:none}</style></div>")]
    [InlineData("<div><iframe src='//evil.example'></iframe></div>")]
    [InlineData("<div><a href='javascript:alert(1)'>x</a></div>")]
    public async Task H108_Narrative_IsNotRendered(string div)
    {
        await rig.FreshAsync();
        var plain = await rig.Doctor.GetAsync(rig.PatientPath);
        rig.Proxy.Set(_ => true, (call, _) => call.SendAsync(Changed(call, resource => resource["text"] = new JsonObject { ["status"] = "generated", ["div"] = div })));

        var page = await rig.Doctor.GetAsync(rig.PatientPath);

        Assert.Equal(Shape(plain), Shape(page));
        Assert.DoesNotContain("alert(1)", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("evil.example", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("recordedDate", "\"0000-00-00\"")]
    [InlineData("recordedDate", "\"2026-02-30\"")]
    [InlineData("recordedDate", "\"9999-12-31\"")]
    [InlineData("recordedDate", "20260230")]
    [InlineData("code", "\"Hartfalen\"")]
    [InlineData("code", "[{\"text\":\"Hartfalen\"}]")]
    [InlineData("clinicalStatus", "\"active\"")]
    [InlineData("category", "{\"text\":\"x\"}")]
    [InlineData("onsetAge", "\"seventy\"")]
    [InlineData("meta", "[]")]
    public async Task H100_WrongType_DegradesThatItemOnly(string property, string value)
    {
        await rig.FreshAsync();
        rig.Proxy.Set(Conditions, (call, _) => call.SendAsync(Changed(call, resource => resource[property] = JsonNode.Parse(value))));

        var page = await rig.Doctor.GetAsync(rig.PatientPath);

        Assert.Equal(200, page.Status);
        Assert.Empty(page.Page.QuerySelectorAll("#diagnoses .zvp-gone"));
        Assert.NotEmpty(page.Page.QuerySelectorAll("#diagnoses li"));
        Assert.DoesNotContain("30-02-2026", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(200, "error")]
    [InlineData(200, "warning")]
    [InlineData(400, "error")]
    [InlineData(403, "error")]
    [InlineData(500, "fatal")]
    public async Task H101_OutcomeWithPatientData_IsNeitherShownNorLogged(int status, string severity)
    {
        await rig.FreshAsync();
        var outcome = Some.Outcome(severity).With(o =>
        {
            o["issue"]![0]!["diagnostics"] = $"GEHEIM {rig.Patient.Bsn} {rig.Patient.Name}";
            o["issue"]![0]!["details"] = new JsonObject { ["text"] = "GEHEIM" };
        });
        rig.Proxy.Set(Conditions, (call, _) => call.SendAsync(outcome.ToJsonString(), status));

        var page = await rig.Doctor.GetAsync(rig.PatientPath);

        Assert.Equal(200, page.Status);
        Assert.NotEmpty(page.Page.QuerySelectorAll("#diagnoses .zvp-gone"));
        Assert.DoesNotContain("GEHEIM", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(rig.Portal.Log.Lines, line => line.Contains("GEHEIM", StringComparison.Ordinal));
        rig.NothingOfAPatientInLogs();
    }

    private static bool Conditions(string target) => target.StartsWith("/fhir/Condition?", StringComparison.Ordinal);

    private async Task<(PortalAnswer List, PortalAnswer Patient)> PagesAsync(string text)
    {
        rig.Proxy.Set(target => !target.StartsWith("/fhir/Binary", StringComparison.Ordinal), (call, _) => call.SendAsync(Changed(call, resource => Rewrite(resource, text))));
        var list = await rig.Doctor.GetAsync("/patienten");
        var patient = await rig.Doctor.GetAsync(rig.PatientPath);
        Assert.Equal((200, 200), (list.Status, patient.Status));
        return (list, patient);
    }

    private static string Changed(FaultCall call, Action<JsonObject> change)
    {
        var answer = JsonNode.Parse(call.Text)!.AsObject();
        foreach (var resource in answer["entry"] is JsonArray entries ? entries.Select(e => e!["resource"]!.AsObject()) : [answer])
        {
            change(resource);
        }
        return answer.ToJsonString();
    }

    private static void Rewrite(JsonNode? node, string text)
    {
        switch (node)
        {
            case JsonObject owner:
                foreach (var (name, value) in owner.ToList())
                {
                    if (_words.Contains(name) && value is JsonValue)
                    {
                        owner[name] = text;
                    }
                    else if (_words.Contains(name) && value is JsonArray { Count: > 0 } list && list[0] is JsonValue)
                    {
                        owner[name] = new JsonArray([.. list.Select(_ => (JsonNode)text)]);
                    }
                    else
                    {
                        Rewrite(value, text);
                    }
                }
                break;
            case JsonArray items:
                foreach (var item in items)
                {
                    Rewrite(item, text);
                }
                break;
        }
    }

    /// <summary>Every element with the names of its attributes; links and handles differ from page to page.</summary>
    private static List<string> Shape(PortalAnswer page) =>
        [.. page.Page.All.Select(e => $"{e.ParentElement?.LocalName}>{e.LocalName}[{string.Join(',', e.Attributes.Select(a => a.Name).Order(StringComparer.Ordinal))}]")];
}
