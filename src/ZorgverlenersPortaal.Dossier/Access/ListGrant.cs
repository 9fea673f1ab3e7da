using System.Collections.Frozen;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Dossier.TreatmentRelations;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Access;

/// <summary>
/// The right to list the patients of one AGB code, a person's or a practice's, in one request (R1). Each row is judged before it leaves: a patient
/// counts once her own generalPractitioner proved it, and only then may anything of her be asked.
/// </summary>
public sealed partial class ListGrant : EpdGrant
{
    private readonly Uri _base;
    private readonly AgbCode _agb;
    private readonly TimeProvider _clock;
    /// <summary>Pages of several searches are judged at the same time.</summary>
    private readonly Lock _proving = new();
    private readonly HashSet<string> _practitioners = new(StringComparer.Ordinal);
    private readonly HashSet<string> _patients = new(StringComparer.Ordinal);
    private readonly HashSet<string> _unclear = new(StringComparer.Ordinal);
    private readonly HashSet<string> _screened = new(StringComparer.Ordinal);
    private bool _isScreening;

    private ListGrant(Visit visit, AccessDecision decision, AgbCode agb, Uri baseAddress, TimeProvider clock) : base(visit.SessionReference, visit.RequestId)
    {
        Visit = visit;
        Decision = decision;
        _agb = agb;
        _base = baseAddress;
        _clock = clock;
    }

    /// <summary>Who looks.</summary>
    public Visit Visit { get; }

    /// <summary>Why.</summary>
    public AccessDecision Decision { get; }

    /// <summary>Which of a doctor's lists this is, without a code or a name in it.</summary>
    public required string Name { get; init; }

    /// <summary>The role matrix opens letters to this doctor on this list: of those who were discharged, whether a letter came may be told.</summary>
    internal bool OpensLetters { get; private init; }

    /// <summary>The code is a practice's, not a person's.</summary>
    internal bool IsPractice { get; private init; }

    /// <summary>The code the list is of.</summary>
    internal AgbCode Agb => _agb;

    /// <summary>References (Type/id) that stand for the doctor herself at the EPD; proven while the list is read.</summary>
    internal IReadOnlyList<string> Practitioners
    {
        get
        {
            lock (_proving)
            {
                return [.. _practitioners.Order(StringComparer.Ordinal)];
            }
        }
    }

    /// <summary>The parts of a record that the role matrix opens on this look.</summary>
    internal IReadOnlySet<DossierCategory> Categories { get; private init; } = FrozenSet<DossierCategory>.Empty;

    /// <summary>Two roles may not see the same of one doctor's patients.</summary>
    internal override string Scope => $"list {(IsPractice ? "practice " : "")}{_agb.Value}{(HasAppointments ? "" : " without appointments")}";

    private bool HasAppointments => Categories.Contains(DossierCategory.CareMoments);

    private bool OpensResults => Categories.Contains(DossierCategory.Results);

    /// <summary>A patient who may be hers, but whom the EPD marks in a way the portal does not know: proves nothing and stands on no list (R10).</summary>
    internal bool HasUnclear
    {
        get
        {
            lock (_proving)
            {
                return _unclear.Count > 0;
            }
        }
    }

    /// <summary>
    /// While this lasts the EPD is asked for more than hers (docs/adr/0024): who is not proven is dropped unseen, as was to be
    /// expected, and counted.
    /// </summary>
    internal async Task<(T Result, int Dropped)> ScreenAsync<T>(Func<Task<T>> search)
    {
        _isScreening = true;
        try
        {
            return (await search(), _screened.Count);
        }
        finally
        {
            _isScreening = false;
            _screened.Clear();
        }
    }

    internal override bool Closes(EpdQuery query) => query.Type == "Appointment" && !HasAppointments;

    internal override bool Allows(EpdQuery query) => query.Id is null && query.Type switch
    {
        "Encounter" when query["patient"] is null => _isScreening && query["class"] is not null,
        "Patient" when _isScreening => query.Parameters.Any(p => p.Name.StartsWith("general-practitioner:", StringComparison.Ordinal) && p.Value == NamingSystems.AgbToken(_agb)),
        "Practitioner" => !IsPractice && query["identifier"] == NamingSystems.AgbToken(_agb),
        "Organization" => IsPractice && query["identifier"] == NamingSystems.AgbToken(_agb),
        "PractitionerRole" => query[IsPractice ? "organization" : "practitioner"] is not null,
        "Patient" => query["general-practitioner"] is not null || query["general-practitioner:identifier"] == NamingSystems.AgbToken(_agb),
        "Location" => query["_id"] is not null,
        "Appointment" when !HasAppointments => false,
        "Encounter" or "Consent" or "Appointment" => IsAboutProven(query),
        "Observation" or "DiagnosticReport" => OpensResults && (query["status"] ?? query["based-on"]) is not null && IsAboutProven(query),
        "ServiceRequest" => OpensResults && HasAppointments && query["status"] is not null && IsAboutProven(query),
        "DocumentReference" => OpensLetters && query["date"] is not null && IsAboutProven(query),
        _ => false,
    };

    private bool IsAboutProven(EpdQuery query) => query["patient"] is { } ids && ids.Split(',').All(id => IsProven(_patients, id));

    /// <summary>Judging is proving here: what passes counts as hers in what follows.</summary>
    internal override Coverage Judge(Resource resource) => resource switch
    {
        Practitioner practitioner => IsHers(practitioner) ? Prove(_practitioners, practitioner.Reference) : Coverage.Irrelevant,
        Organization practice => IsHers(practice) ? Prove(_practitioners, practice.Reference) : Coverage.Irrelevant,
        PractitionerRole role => IsHers(role) ? Prove(_practitioners, role.Reference) : Coverage.Irrelevant,
        Patient patient when !IsHers(patient) => NotHers(patient),
        Patient { NotUnderstood: not null } patient => Unclear(patient),
        Patient patient => Prove(_patients, patient.Id!),
        Location => Coverage.Covered,
        _ when Subjects.Of(resource, _base) is { } id && IsProven(_patients, id) => Coverage.Covered,
        _ => _isScreening ? Coverage.Irrelevant : Coverage.Stranger,
    };

    /// <summary>Only that there was one is kept, and only for the count.</summary>
    private Coverage NotHers(Patient patient)
    {
        if (!_isScreening)
        {
            return Coverage.Stranger;
        }
        lock (_proving)
        {
            _screened.Add(patient.Id!);
        }
        return Coverage.Irrelevant;
    }

    private Coverage Unclear(Patient patient)
    {
        lock (_proving)
        {
            _unclear.Add(patient.Id!);
        }
        return Coverage.Irrelevant;
    }

    private Coverage Prove(HashSet<string> proven, string key)
    {
        lock (_proving)
        {
            proven.Add(key);
        }
        return Coverage.Covered;
    }

    private bool IsProven(HashSet<string> proven, string key)
    {
        lock (_proving)
        {
            return proven.Contains(key);
        }
    }

    private bool IsHers(Practitioner practitioner) =>
        !IsPractice && practitioner is { Active: not false, NotUnderstood: null } && Has(practitioner.Identifiers);

    private bool IsHers(Organization practice) => IsPractice && practice is { Active: not false, NotUnderstood: null } && Has(practice.Identifiers);

    private bool IsHers(PractitionerRole role) =>
        DoctorCodes.IsCurrent(role, _clock.GetUtcNow()) && (IsPractice ? role.Organization : role.Practitioner) is { } reference && IsHerReference(reference);

    private bool Has(IEnumerable<Identifier> identifiers) => NamingSystems.AgbOf(identifiers, _clock.GetUtcNow()).Contains(_agb);

    private bool IsHers(Patient patient) => patient.GeneralPractitioners.Any(reference => IsHerReference(reference) || IsHerContained(reference, patient));

    /// <summary>A doctor who is written inside the Patient has no address to be searched by (fhir.md §4.7).</summary>
    private bool IsHerContained(FhirReference reference, Patient patient) =>
        Contained(reference, patient) switch
        {
            Practitioner practitioner => IsHers(practitioner),
            Organization practice => IsHers(practice),
            PractitionerRole role => DoctorCodes.IsCurrent(role, _clock.GetUtcNow()) && (IsPractice ? role.Organization : role.Practitioner) is { } inner
                && (IsHerReference(inner) || Contained(inner, patient) switch
                {
                    Practitioner named => IsHers(named),
                    Organization named => IsHers(named),
                    _ => false,
                }),
            _ => false,
        };

    private Resource? Contained(FhirReference reference, Patient patient) =>
        ReferenceResolver.Resolve(reference, _base) is { Kind: ReferenceKind.Contained, Id: { } id } ? patient.FindContained(id) : null;

    private bool IsHerReference(FhirReference reference)
    {
        var resolved = ReferenceResolver.Resolve(reference, _base);
        return resolved.Kind switch
        {
            ReferenceKind.Resource => IsProven(_practitioners, $"{resolved.Type}/{resolved.Id}"),
            ReferenceKind.IdentifierOnly => (IsPractice ? reference.Type is "Organization" : reference.Type is null or "Practitioner" or "PractitionerRole")
                && Has([reference.Identifier!]),
            _ => false,
        };
    }
}
