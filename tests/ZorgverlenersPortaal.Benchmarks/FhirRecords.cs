using System.Text.Json.Serialization;

namespace ZorgverlenersPortaal.Benchmarks;

/// <summary>
/// The usual other way to read FHIR: records for the System.Text.Json source generator, with the fields that a page shows, in any
/// property order as FHIR allows. Only to compare with.
/// </summary>
internal static partial class FhirRecords
{
    internal sealed record Coding(string? System, string? Code, string? Display);

    internal sealed record Concept(Coding[]? Coding, string? Text);

    internal sealed record Link(string? Reference, string? Type, string? Display);

    internal sealed record Quantity(decimal? Value, string? Unit, string? System, string? Code);

    internal sealed record Range(Quantity? Low, Quantity? High, string? Text);

    internal sealed record Words(string? Text);

    internal sealed record Reaction(Concept[]? Manifestation, string? Severity);

    internal sealed record Attachment(string? ContentType, string? Url, string? Title, long? Size, string? Creation);

    internal sealed record Content(Attachment? Attachment);

    internal sealed record Identifier(string? System, string? Value);

    internal sealed record Meta(string? VersionId, string? LastUpdated);

    internal sealed record Entry(string? FullUrl, Resource? Resource);

    internal sealed record Bundle(string? Type, Entry[]? Entry);

    [JsonPolymorphic(TypeDiscriminatorPropertyName = "resourceType", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FallBackToBaseType)]
    [JsonDerivedType(typeof(Observation), "Observation")]
    [JsonDerivedType(typeof(Condition), "Condition")]
    [JsonDerivedType(typeof(MedicationRequest), "MedicationRequest")]
    [JsonDerivedType(typeof(AllergyIntolerance), "AllergyIntolerance")]
    [JsonDerivedType(typeof(DocumentReference), "DocumentReference")]
    internal record Resource
    {
        public string? Id { get; init; }

        public Meta? Meta { get; init; }

        public Identifier[]? Identifier { get; init; }
    }

    internal sealed record Observation(
        string? Status, Concept[]? Category, Concept? Code, Link? Subject, string? EffectiveDateTime, Link[]? Performer, Quantity? ValueQuantity,
        Concept[]? Interpretation, Range[]? ReferenceRange) : Resource;

    internal sealed record Condition(
        Concept? ClinicalStatus, Concept? VerificationStatus, Concept? Code, Link? Subject, string? OnsetDateTime, string? RecordedDate, Words[]? Note) : Resource;

    internal sealed record MedicationRequest(
        string? Status, string? Intent, Concept? MedicationCodeableConcept, Link? Subject, string? AuthoredOn, Link? Requester, Words[]? DosageInstruction) : Resource;

    internal sealed record AllergyIntolerance(Concept? ClinicalStatus, Concept? Code, string? Criticality, Link? Patient, Reaction[]? Reaction) : Resource;

    internal sealed record DocumentReference(
        string? Status, Concept? Type, Link? Subject, string? Date, Link[]? Author, string? Description, Content[]? Content) : Resource;

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, AllowOutOfOrderMetadataProperties = true)]
    [JsonSerializable(typeof(Bundle))]
    internal sealed partial class Json : JsonSerializerContext;
}
