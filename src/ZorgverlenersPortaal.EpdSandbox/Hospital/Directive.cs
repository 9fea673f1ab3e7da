using System.Text.Json.Nodes;

namespace ZorgverlenersPortaal.EpdSandbox.Hospital;

/// <summary>
/// Builds one treatment directive (zib TreatmentDirective2) as nl-core writes it in a Consent (fhir.md §1.5).
/// </summary>
internal sealed class Directive
{
    public static readonly Term Resuscitation = Term.Snomed("89666000", "Cardiopulmonale resuscitatie");
    public static readonly Term Ventilation = Term.Snomed("40617009", "Kunstmatige beademing");
    public static readonly Term IntensiveCare = Term.Snomed("305351004", "Opname op intensive care");
    public static readonly Term Blood = Term.Snomed("116762002", "Toediening van bloedproduct");
    public static readonly Term Antibiotics = Term.Snomed("281789004", "Antibiotische therapie");
    public static readonly Term Admission = Term.Snomed("32485007", "Ziekenhuisopname");

    private readonly JsonObject _provision;

    public Directive(SyntheticPatient patient, int number, Term treatment, DateTimeOffset discussed)
    {
        Json = Part.Resource("Consent", $"td-{patient.Key}-{number}", "nl-core-TreatmentDirective2");
        Json["status"] = "active";
        Json["scope"] = Part.Concept(CodeSystems.Hl7 + "consentscope", "treatment", "Treatment");
        Json["category"] = new JsonArray(
            Part.Concept(CodeSystems.Snomed, "129125009", "verrichting met expliciete context"));
        Json["patient"] = patient.Reference();
        Json["dateTime"] = HospitalCalendar.Date(discussed);
        Json["policy"] = new JsonArray(new JsonObject { ["uri"] = "https://wetten.overheid.nl/" });
        _provision = new JsonObject
        {
            ["actor"] = new JsonArray(Actor(patient.Reference()), Actor(patient.Ward.Doctor.RoleReference())),
            ["code"] = new JsonArray(Part.Concept(treatment)),
        };
        Json["provision"] = _provision;
    }

    public JsonObject Json { get; }

    public Directive Permit() => Type("permit");

    public Directive Deny() => Type("deny");

    /// <summary>
    /// "Anders": the decision is only in a modifierExtension, and overrules a type that is filled as well.
    /// </summary>
    public Directive Other(string text)
    {
        Json["modifierExtension"] = new JsonArray(
            Part.Extension(CodeSystems.Profile + "ext-TreatmentDirective2.SpecificationOther", "valueString", text));
        return this;
    }

    /// <summary>
    /// "Anders" where a widely used mapping puts it: in an extension of the decision that is left out (_type without
    /// type).
    /// </summary>
    public Directive OtherInType(string text)
    {
        _provision["_type"] = new JsonObject
        {
            ["extension"] = new JsonArray(
                Part.Extension(CodeSystems.Profile + "ext-TreatmentDirective2.SpecificationOther", "valueString", text)),
        };
        return this;
    }

    public Directive Comment(string text)
    {
        Json["extension"] = new JsonArray(Part.Extension(CodeSystems.Profile + "ext-Comment", "valueString", text));
        return this;
    }

    /// <summary>Ended on a day, with the reason; the status follows only where the EPD keeps it up.</summary>
    public Directive Ended(DateTimeOffset day, string reason, bool inactive)
    {
        Json["status"] = inactive ? "inactive" : "active";
        _provision["extension"] = new JsonArray(
            Part.Extension(CodeSystems.Profile + "ext-TreatmentDirective2.ReasonForEnding", "valueString", reason));
        _provision["period"] = new JsonObject { ["end"] = HospitalCalendar.Date(day) };
        return this;
    }

    public Directive Status(string status)
    {
        Json["status"] = status;
        return this;
    }

    public Directive Unknown(string url)
    {
        Json["modifierExtension"] = new JsonArray(Part.Extension(url, "valueBoolean", JsonValue.Create(true)));
        return this;
    }

    private static JsonObject Actor(JsonObject reference) =>
        new()
        {
            ["role"] = Part.Concept(CodeSystems.Hl7 + "v3-RoleCode", "CONSENTER", "consenter"),
            ["reference"] = reference,
        };

    private Directive Type(string type)
    {
        _provision["type"] = type;
        return this;
    }
}
