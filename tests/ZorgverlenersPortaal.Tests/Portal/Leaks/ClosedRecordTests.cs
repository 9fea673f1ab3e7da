using System.Text.Json.Nodes;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Leaks;

/// <summary>A record that the patient or the hospital keeps closed: told to her own doctor, without a word of it; a stranger learns nothing.</summary>
public sealed class ClosedRecordTests : IAsyncLifetime
{
    private ScriptedEpd _epd = null!;
    private PortalHost _portal = null!;

    public async Task InitializeAsync()
    {
        _epd = await ScriptedEpd.StartAsync();
        _epd.Has(Some.Practitioner("gp1", TestCards.Huisarts.Agb), Some.Condition());
        _portal = await PortalHost.StartAsync(_epd.Base);
    }

    public async Task DisposeAsync()
    {
        await _portal.DisposeAsync();
        await _epd.DisposeAsync();
    }

    [Theory]
    [InlineData(false, "ZVP-N08", "Restricted", "door het ziekenhuis afgeschermd")]
    [InlineData(true, "ZVP-N07", "Objection", "afgeschermd op verzoek van de patiënt")]
    public async Task H087_R16_ClosedRecord_IsToldToHerOwnDoctorOnly(bool byWish, string code, string reason, string words)
    {
        _epd.Has(Some.Patient().With(p =>
        {
            if (!byWish)
            {
                p["meta"]!["security"] = new JsonArray(new JsonObject { ["system"] = "http://terminology.hl7.org/CodeSystem/v3-Confidentiality", ["code"] = "V" });
            }
        }));
        if (byWish)
        {
            _epd.Has(Some.Consent().With(c =>
            {
                c["scope"] = Some.Concept("http://terminology.hl7.org/CodeSystem/consentscope", "patient-privacy");
                c["category"] = new JsonArray(Some.Concept("http://loinc.org", "59284-0"));
                c["provision"] = new JsonObject { ["type"] = "deny" };
            }));
        }
        using var own = await _portal.SignInAsync(TestPki.Shared.Card());
        using var stranger = await _portal.SignInAsync(TestPki.Shared.Card(TestCards.Huisarts2));

        var told = await own.GetAsync(_portal.PatientPath("p1"));
        var refused = await stranger.GetAsync(_portal.PatientPath("p1", _portal.Session(TestCards.Huisarts2.UziNumber)));

        Assert.Equal((403, code), (told.Status, told.Code));
        Assert.Contains(words, told.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Hartfalen", told.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Test-p1", told.Text, StringComparison.Ordinal);
        Assert.Equal((404, "ZVP-N05"), (refused.Status, refused.Code));
        Assert.Equal(
            [(reason, "900021219"), ("NoRelation", TestCards.Huisarts2.UziNumber)],
            _portal.Trail(AuditEventType.AccessDenied).Take(2).Reverse().Select(r => (r.Decision!.ReasonCode, r.Actor!.UziNumber!)));
        Assert.DoesNotContain(_epd.Asked, asked => asked.Type == "Condition");
    }
}
