namespace ZorgverlenersPortaal.Fhir.Reading;

/// <summary>
/// Reads one resource object. The type may be named last: then it is guessed, and read again when the guess was wrong.
/// </summary>
internal static class ResourceReader
{
    /// <summary>
    /// A Bundle in a Bundle (a batch of searches) is read; deeper ones are passed over, which keeps wrong guesses
    /// cheap.
    /// </summary>
    private const int DeepestBundle = 2;

    internal static Resource? ReadContained(ref FhirReader r) => Read(ref r, ResourcePlace.Contained, out _);

    /// <summary>
    /// The resource the reader stands on, or null and an English fault. Throws JsonException only for broken JSON.
    /// </summary>
    internal static Resource? Read(ref FhirReader r, ResourcePlace place, out string? fault)
    {
        if (!r.BeginObject())
        {
            fault = "the resource is not a JSON object";
            return null;
        }
        var outerPlace = r.Place;
        var outer = r.EnterScope();
        r.Place = place;
        var resource = ReadObject(ref r, out fault);
        var reason = r.LeaveScope(outer);
        r.Place = outerPlace;
        if (resource is not null)
        {
            resource.NotUnderstood = reason;
        }
        return resource;
    }

    private static Resource? ReadObject(ref FhirReader r, out string? fault)
    {
        var start = r.Bookmark();
        string? type = null;
        while (true)
        {
            var (resource, named) = ReadProperties(ref r, type, out fault);
            if (resource is not null || fault is not null)
            {
                return resource;
            }
            type = named;
            r.Return(start);
            r.LeaveScope(default);
        }
    }

    /// <summary>
    /// Reads to the end of the object; stops with only a type name when <paramref name="type"/> or the guess was
    /// another.
    /// </summary>
    private static (Resource? Resource, string? Named) ReadProperties(ref FhirReader r, string? type, out string? fault)
    {
        Resource? resource = type is null ? null : Create(ref r, type);
        string? named = null;
        fault = null;
        while (r.NextProperty())
        {
            if (r.Name is not "resourceType")
            {
                resource ??= Create(ref r, Guess(ref r));
                resource.Read(ref r);
                continue;
            }
            var isSecond = named is not null;
            named = r.TypeName();
            if (named is null || isSecond)
            {
                fault ??= isSecond ? "resourceType is given twice" : "resourceType is not the name of a type";
            }
            resource ??= Create(ref r, named ?? nameof(Resource));
            if (fault is null && !resource.ResourceType.Equals(named, StringComparison.Ordinal))
            {
                return (null, named);
            }
        }
        fault ??= named is null ? "there is no resourceType" : null;
        return (fault is null ? resource : null, named);
    }

    private static string Guess(ref FhirReader r) =>
        r.Place == ResourcePlace.Top ? nameof(Bundle) : r.TypeHint() ?? nameof(Resource);

    private static Resource Create(ref FhirReader r, string type) => type switch
    {
        nameof(Bundle) when r.Place != ResourcePlace.Contained && r.BundleDepth < DeepestBundle => new Bundle(),
        nameof(AllergyIntolerance) => new AllergyIntolerance(),
        nameof(Appointment) => new Appointment(),
        nameof(Binary) => new Binary(),
        nameof(CapabilityStatement) => new CapabilityStatement(),
        nameof(CareTeam) => new CareTeam(),
        nameof(Composition) => new Composition(),
        nameof(Condition) => new Condition(),
        nameof(Consent) => new Consent(),
        nameof(DiagnosticReport) => new DiagnosticReport(),
        nameof(DocumentReference) => new DocumentReference(),
        nameof(Encounter) => new Encounter(),
        nameof(EpisodeOfCare) => new EpisodeOfCare(),
        nameof(Flag) => new Flag(),
        nameof(Location) => new Location(),
        nameof(Medication) => new Medication(),
        nameof(MedicationAdministration) => new MedicationAdministration(),
        nameof(MedicationDispense) => new MedicationDispense(),
        nameof(MedicationRequest) => new MedicationRequest(),
        nameof(MedicationStatement) => new MedicationStatement(),
        nameof(Observation) => new Observation(),
        nameof(OperationOutcome) => new OperationOutcome(),
        nameof(Organization) => new Organization(),
        nameof(Patient) => new Patient(),
        nameof(Practitioner) => new Practitioner(),
        nameof(PractitionerRole) => new PractitionerRole(),
        nameof(Procedure) => new Procedure(),
        nameof(RelatedPerson) => new RelatedPerson(),
        nameof(ServiceRequest) => new ServiceRequest(),
        nameof(Specimen) => new Specimen(),
        _ => new OtherResource(type),
    };
}
