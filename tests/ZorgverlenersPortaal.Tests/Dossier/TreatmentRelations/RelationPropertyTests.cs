using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.TreatmentRelations;

/// <summary>Whatever an EPD writes: the record opens if and only if a general practitioner truly is this doctor.</summary>
public sealed class RelationPropertyTests
{
    /// <summary>A general practitioner as drawn; <see cref="IsHers"/> is worked out from the drawing, not from the product.</summary>
    private sealed record Drawn(string Shape, string Agb, bool IsRoleInForce, bool IsActive, bool IsOrganization)
    {
        private bool HasHerNumber => Agb is "01234567" or "1234567";

        public bool IsHers => Shape switch
        {
            "practitioner" or "contained" => HasHerNumber && IsActive,
            "role" or "containedRole" => HasHerNumber && IsActive && IsRoleInForce,
            "identifier" => HasHerNumber && !IsOrganization,
            _ => false,
        };
    }

    private static readonly Gen<Drawn> _drawn =
        from shape in Gen.Elements("practitioner", "role", "identifier", "contained", "containedRole", "organization", "display", "missing", "foreign")
        from agb in Gen.Elements("01234567", "1234567", "07654321", "00000000", "0000000", "", "11234567", "012345678", "234567")
        from inForce in Gen.Elements(true, false)
        from active in Gen.Elements(true, true, false)
        from organization in Gen.Elements(true, false)
        select new Drawn(shape, agb, inForce, active, organization);

    [Fact]
    public async Task Open_AnyGeneralPractitioners_IsGrantedOnlyToHerOwnDoctor()
    {
        await using var dossier = await TestDossier.StartAsync();

        Prop.ForAll(Arb.From(Gen.Choose(0, 4).SelectMany(n => Gen.ListOf(_drawn, n))), drawn =>
        {
            Write(dossier.Epd, [.. drawn]);
            var access = dossier.OpenAsync().GetAwaiter().GetResult();
            return (access.Decision.Verdict == AccessVerdict.Granted) == drawn.Any(d => d.IsHers) && (access.Grant is not null) == drawn.Any(d => d.IsHers);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public async Task List_AnyGeneralPractitioners_ShowsOnlyHerOwnPatients()
    {
        await using var dossier = await TestDossier.StartAsync();
        dossier.Epd.Has(Some.Encounter());

        Prop.ForAll(Arb.From(Gen.Choose(0, 4).SelectMany(n => Gen.ListOf(_drawn, n))), drawn =>
        {
            Write(dossier.Epd, [.. drawn]);
            // The server that ignores what it is asked gives everyone; only what proves itself may pass.
            var patient = dossier.Epd.Resource("Patient/p1");
            dossier.Epd.On("Patient", ScriptedAnswer.Bundle(patient));
            var shown = dossier.ReadListAsync().GetAwaiter().GetResult().Admitted.Count == 1;
            // The ladder sees no contained doctors (nobody can search them), and asks for patients only when it found herself.
            var mustShow = drawn.Any(d => d.IsHers && (d.Shape is "practitioner" or "role"));
            return (!shown || drawn.Any(d => d.IsHers)) && (!mustShow || shown);
        }).QuickCheckThrowOnFailure();
    }

    private static void Write(ScriptedEpd epd, IReadOnlyList<Drawn> drawn)
    {
        epd.ForgetAll("Practitioner", "PractitionerRole");
        var contained = new JsonArray();
        var references = drawn.Select((d, i) => Reference(epd, contained, d, i)).ToArray();
        var patient = Some.Patient();
        patient["generalPractitioner"] = new JsonArray([.. references]);
        patient["contained"] = contained;
        epd.Has(patient);
    }

    private static JsonObject Reference(ScriptedEpd epd, JsonArray contained, Drawn d, int i)
    {
        switch (d.Shape)
        {
            case "practitioner":
                epd.Has(Practitioner($"gp{i}", d));
                return Some.Ref($"Practitioner/gp{i}");
            case "role":
                epd.Has(Practitioner($"gp{i}", d), Role($"role{i}", $"Practitioner/gp{i}", d));
                return Some.Ref($"PractitionerRole/role{i}");
            case "contained":
                contained.Add(Practitioner($"c{i}", d));
                return Some.Ref($"#c{i}");
            case "containedRole":
                epd.Has(Practitioner($"gp{i}", d));
                contained.Add(Role($"c{i}", $"Practitioner/gp{i}", d));
                return Some.Ref($"#c{i}");
            case "identifier":
                return Some.Known(d.Agb, d.IsOrganization ? "Organization" : null);
            case "organization":
                epd.Has(Some.Organization($"o{i}", d.Agb));
                return Some.Ref($"Organization/o{i}");
            case "display":
                return new JsonObject { ["display"] = d.Agb };
            case "missing":
                return Some.Ref($"Practitioner/gone{i}");
            default:
                epd.Has(Practitioner($"gp{i}", d));
                return Some.Ref($"https://elsewhere.example/fhir/Practitioner/gp{i}");
        }
    }

    private static JsonObject Practitioner(string id, Drawn d) => Some.Practitioner(id, d.Agb).With(p => p["active"] = d.IsActive);

    private static JsonObject Role(string id, string practitioner, Drawn d) =>
        Some.Role(id, practitioner).With(r => r["period"] = Some.Period("2020", d.IsRoleInForce ? null : "2025-12-31"));
}
