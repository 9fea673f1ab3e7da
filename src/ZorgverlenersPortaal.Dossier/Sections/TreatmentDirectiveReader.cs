using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections;

/// <summary>Makes directives of Consents. What is not wholly understood is never softened to nothing (R7, R10).</summary>
internal static class TreatmentDirectiveReader
{
    private const string Snomed = "http://snomed.info/sct";
    private const string ConsentScope = "http://terminology.hl7.org/CodeSystem/consentscope";
    private const string ConsentCategories = "http://terminology.hl7.org/CodeSystem/consentcategorycodes";

    /// <summary>Refused = "Niet …", wanted = "Wel …": the treatments the Dutch zib names.</summary>
    private static readonly Dictionary<string, (string Refused, string Wanted)> _treatments = new(StringComparer.Ordinal)
    {
        ["89666000"] = ("Niet reanimeren", "Wel reanimeren"),
        ["40617009"] = ("Niet beademen", "Wel beademen"),
        ["305351004"] = ("Geen opname op IC", "Wel opname op IC"),
        ["116762002"] = ("Geen bloedproducten", "Wel bloedproducten"),
        ["281789004"] = ("Geen antibiotica", "Wel antibiotica"),
        ["32485007"] = ("Geen ziekenhuisopname", "Wel ziekenhuisopname"),
        ["183452005"] = ("Geen spoedopname", "Wel spoedopname"),
    };

    /// <summary>Every directive, the ones in force first, the refusing ones before the others.</summary>
    public static IReadOnlyList<TreatmentDirective> Read(IEnumerable<Consent> consents, DateTimeOffset now) =>
    [
        .. consents.Where(c => !c.IsEnteredInError && IsDirective(c)).SelectMany(c => Of(c, now))
            .OrderByDescending(d => d.IsCurrent)
            .ThenBy(d => d.Decision)
            .ThenByDescending(d => d.Discussed?.Earliest ?? DateTimeOffset.MinValue),
    ];

    /// <summary>
    /// Everything counts (a "dnr" in an unknown category too), but for what is plainly about privacy or research: those
    /// nearly always hold exceptions we do not read, and would put a warning on everyone's banner.
    /// </summary>
    private static bool IsDirective(Consent consent) =>
        consent.Scope?.Codings.Any(c => c is { System: ConsentScope, Code: "patient-privacy" or "research" }) != true
        || consent.Scope.Codings.Any(c => c is { System: ConsentScope, Code: "treatment" or "adr" })
        || consent.Categories.Any(c => c.Has(Snomed, "129125009") || c.Has(Snomed, "11291000146105") || c.Has(Snomed, "11341000146107"))
        || consent.Categories.Any(c => c.Codings.Any(coding => coding is { System: ConsentCategories, Code: "acd" or "dnr" or "polst" or "hcd" or "emrgonly" }))
        || consent.Provision?.Codes.Any(code => Treatment(code) is not null) == true;

    private static bool IsAdvanceDirective(Consent consent) =>
        consent.Categories.Any(c => c.Has(ConsentCategories, "acd") || c.Has(Snomed, "11341000146107"))
        && !consent.Categories.Any(c => c.Has(Snomed, "129125009") || c.Has(Snomed, "11291000146105"));

    private static IEnumerable<TreatmentDirective> Of(Consent consent, DateTimeOffset now)
    {
        if (consent.NotUnderstood is not null)
        {
            yield return Make(consent, DirectiveDecision.NotUnderstood, "Een aanwijzing kan niet veilig worden weergegeven", now) with
            {
                Comment = null,
                Until = null,
                ReasonForEnding = null,
                AgreedWith = null,
            };
            yield break;
        }
        if (IsAdvanceDirective(consent))
        {
            yield return Make(consent, DirectiveDecision.AdvanceDirective, "Wilsverklaring aanwezig", now);
            yield break;
        }
        var codes = consent.Provision?.Codes ?? [];
        foreach (var code in codes.Count > 0 ? codes : [new CodeableConcept(null, [])])
        {
            var (decision, text) = Statement(consent, code);
            yield return Make(consent, decision, text, now);
        }
    }

    /// <summary>"Anders" overrules permit and deny, also when both are filled (fhir.md §1.5).</summary>
    private static (DirectiveDecision Decision, string Text) Statement(Consent consent, CodeableConcept code)
    {
        var known = Treatment(code);
        var name = known is { } texts ? texts.Wanted["Wel ".Length..] : code.Show ?? "onbekende behandeling";
        if (consent.SpecificationOther is { } other)
        {
            return (DirectiveDecision.Other, $"{Capital(name)}: anders, {(other.Length > 0 ? other : "zonder toelichting")}");
        }
        return consent.Provision?.Type switch
        {
            "deny" => (DirectiveDecision.Deny, known?.Refused ?? $"Niet: {name}"),
            "permit" => (DirectiveDecision.Permit, known?.Wanted ?? $"Wel: {name}"),
            _ => (DirectiveDecision.NotUnderstood, $"{Capital(name)}: de keuze kan niet veilig worden weergegeven"),
        };
    }

    private static TreatmentDirective Make(Consent consent, DirectiveDecision decision, string text, DateTimeOffset now)
    {
        var period = consent.Provision?.Period;
        var isDraft = consent.Status is "draft" or "proposed";
        return new()
        {
            Decision = decision,
            Text = isDraft ? text + " (nog niet vastgesteld)" : text,
            // Of what is not understood its ending is not understood either (R10).
            IsCurrent = consent.NotUnderstood is not null || (consent.Status is not ("inactive" or "rejected") && !Periods.EndedBefore(period, now)),
            IsDraft = isDraft,
            Comment = consent.Comment,
            Discussed = WrittenDate.Of(consent.DateTime),
            Until = WrittenDate.Of(period?.End),
            ReasonForEnding = consent.Provision?.ReasonForEnding,
            AgreedWith = consent.Provision is { } provision
                ? string.Join(", ", provision.Actors.Select(a => a.Reference?.Display ?? a.Role?.Show).Where(a => a is not null)) is { Length: > 0 } names ? names : null
                : null,
        };
    }

    private static (string Refused, string Wanted)? Treatment(CodeableConcept code) =>
        code.Codings.Where(c => c.System == Snomed && c.Code is not null && _treatments.ContainsKey(c.Code))
            .Select(c => ((string, string)?)_treatments[c.Code!])
            .FirstOrDefault();

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
