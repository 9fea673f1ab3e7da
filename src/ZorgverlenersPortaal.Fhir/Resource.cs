using ZorgverlenersPortaal.Fhir.Reading;

namespace ZorgverlenersPortaal.Fhir;

/// <summary>A FHIR resource, read-only, holding only what the portal shows.</summary>
public abstract class Resource
{
    private protected Resource(string resourceType) => ResourceType = resourceType;

    public string ResourceType { get; }

    /// <summary>Null when absent or not of R4's grammar; the latter also makes the resource not understood.</summary>
    public string? Id { get; private set; }

    public string? VersionId { get; private set; }

    /// <summary>When the EPD stored this version, as written; not a clinical time.</summary>
    public FhirDateTime? LastUpdated { get; private set; }

    /// <summary>meta.security.</summary>
    public IReadOnlyList<Coding> SecurityLabels { get; private set; } = [];

    /// <summary>Resources without an identity of their own, pointed at by "#id".</summary>
    public IReadOnlyList<Resource> Contained { get; private set; } = [];

    /// <summary>
    /// Null when understood; else why not, in English and without content: an unknown modifier extension, implicit
    /// rules, or a part
    /// that matters for safety and is malformed. Show then only type and date (R10).
    /// </summary>
    public string? NotUnderstood { get; internal set; }

    /// <summary>
    /// True when the EPD says that this was recorded by mistake: never shown as a fact, never counted.
    /// </summary>
    public abstract bool IsEnteredInError { get; }

    /// <summary>Whose it is, as written; null for a type that is nobody's, or when it does not say.</summary>
    public virtual FhirReference? PatientReference => null;

    /// <summary>"Type/id"; only "Type/" when there is no id.</summary>
    public string Reference => $"{ResourceType}/{Id}";

    /// <summary>"Type/id/version" for the trail; "Type/id" when the EPD gives no version.</summary>
    public string VersionedReference => VersionId is null ? Reference : $"{ResourceType}/{Id}/{VersionId}";

    /// <summary>The contained resource that "#<paramref name="id"/>" points at, or null.</summary>
    public Resource? FindContained(string id) =>
        Contained.FirstOrDefault(resource => string.Equals(resource.Id, id, StringComparison.Ordinal));

    /// <summary>Takes the value of the property the reader stands on.</summary>
    internal void Read(ref FhirReader r)
    {
        switch (r.Name)
        {
            case "id": Id = r.Vital(Id, Element.Id); break;
            case "meta": ReadMeta(ref r); break;
            case "implicitRules": r.Unread(); r.Distrust("implicitRules"); break;
            case "contained" when r.Place != ResourcePlace.Contained: Contained = r.List(ResourceReader.ReadContained); break;
            case "modifierExtension": r.Modifiers(owner: this); break;
            default: ReadProperty(ref r); break;
        }
    }

    /// <summary>
    /// Takes a modifier extension this type knows (its URL is the reader's name); false leaves it to be refused.
    /// </summary>
    internal virtual bool ReadModifier(ref FhirReader r) => false;

    /// <summary>
    /// Takes the value of a property of this type; anything not shown goes to <see cref="FhirReader.Unread"/>.
    /// </summary>
    private protected abstract void ReadProperty(ref FhirReader r);

    private protected static bool IsError(string? status) => "entered-in-error".Equals(status, StringComparison.OrdinalIgnoreCase);

    /// <summary>In any code system, or in words: better one time too often than once missed.</summary>
    private protected static bool IsError(CodeableConcept? status) =>
        status is not null && (IsError(status.Text) || status.Codings.Any(coding => IsError(coding.Code)));

    private void ReadMeta(ref FhirReader r)
    {
        if (!r.BeginObject())
        {
            return;
        }
        while (r.NextProperty())
        {
            switch (r.Name)
            {
                case "versionId": VersionId = r.Version(); break;
                case "lastUpdated": LastUpdated = r.Date(); break;
                case "security": SecurityLabels = r.VitalList(SecurityLabels, Coding.Read); break;
                default: r.Unread(); break;
            }
        }
    }
}
