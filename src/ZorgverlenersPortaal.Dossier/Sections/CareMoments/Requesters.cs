using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections.CareMoments;

/// <summary>
/// Tells who referred: reads the roles and persons behind the references, at most <see cref="Most"/>. What cannot be read is
/// "unknown", never "someone else".
/// </summary>
internal sealed class Requesters(IEpd epd, Uri baseAddress, PatientGrant grant)
{
    private const int Most = 20;

    private readonly Dictionary<string, Task<Person?>> _read = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();

    public async Task<Func<ServiceRequest, RequesterKind>> FindAsync(IReadOnlyList<ServiceRequest> referrals, CancellationToken cancellation)
    {
        var own = await PracticesAsync(cancellation);
        var found = await Task.WhenAll(referrals.Select(async r => (Referral: r, Kind: Kind(await FindAsync(r.Requester, r, cancellation), own))));
        var kinds = found.ToDictionary(f => f.Referral, f => f.Kind);
        return referral => kinds.GetValueOrDefault(referral, RequesterKind.Unknown);
    }

    /// <summary>The organizations in which the EPD has the doctor who looks as this patient's general practitioner.</summary>
    private async Task<HashSet<string>> PracticesAsync(CancellationToken cancellation)
    {
        var practices = new HashSet<string>(StringComparer.Ordinal);
        foreach (var reference in grant.Patient.GeneralPractitioners)
        {
            if (await FindAsync(reference, grant.Patient, cancellation) is { Organization: { } practice } person && IsViewer(person))
            {
                practices.Add(practice);
            }
        }
        return practices;
    }

    private RequesterKind Kind(Person? person, HashSet<string> own) => person switch
    {
        null => RequesterKind.Unknown,
        _ when IsViewer(person) => RequesterKind.Self,
        { Organization: { } organization } when own.Contains(organization) => RequesterKind.OwnPractice,
        { Codes.Count: 0, Organization: null } => RequesterKind.Unknown,
        _ => RequesterKind.Other,
    };

    private bool IsViewer(Person person) => grant.Visit.Provider.Agb is { } agb && person.Codes.Contains(agb);

    private async Task<Person?> FindAsync(FhirReference? reference, Resource owner, CancellationToken cancellation)
    {
        if (reference is null)
        {
            return null;
        }
        var resolved = ReferenceResolver.Resolve(reference, baseAddress);
        switch (resolved.Kind)
        {
            case ReferenceKind.Resource when resolved.Type is "Practitioner" or "PractitionerRole":
                return await ReadAsync(resolved.Type, resolved.Id!, cancellation);
            case ReferenceKind.Resource when resolved.Type is "Organization":
                return new([], resolved.Id);
            case ReferenceKind.Contained:
                return owner.FindContained(resolved.Id!) switch
                {
                    Practitioner practitioner => Of(practitioner),
                    PractitionerRole role => await OfAsync(role, owner, cancellation),
                    _ => null,
                };
            case ReferenceKind.IdentifierOnly when reference.Type is null or "Practitioner" or "PractitionerRole":
                return new([.. NamingSystems.AgbOf([reference.Identifier!])], null);
            default:
                return null;
        }
    }

    /// <summary>Each once; what fails or is too much is unknown.</summary>
    private async Task<Person?> ReadAsync(string type, string id, CancellationToken cancellation)
    {
        var key = $"{type}/{id}";
        Task<Person?>? reading;
        lock (_gate)
        {
            if (!_read.TryGetValue(key, out reading))
            {
                if (_read.Count >= Most)
                {
                    return null;
                }
                _read[key] = reading = FetchAsync(type, id, cancellation);
            }
        }
        return await reading;
    }

    private async Task<Person?> FetchAsync(string type, string id, CancellationToken cancellation)
    {
        try
        {
            return type == "Practitioner"
                ? Of(await epd.ReadAsync<Practitioner>(grant, EpdQuery.Read(type, id), cancellation))
                : await OfAsync(await epd.ReadAsync<PractitionerRole>(grant, EpdQuery.Read(type, id), cancellation), null, cancellation);
        }
        catch (Exception e) when (e is EpdException or OperationCanceledException)
        {
            return null;
        }
    }

    /// <summary>An ended role still tells who wrote a referral of that time.</summary>
    private async Task<Person?> OfAsync(PractitionerRole role, Resource? owner, CancellationToken cancellation)
    {
        var organization = role.Organization is { } reference
            && ReferenceResolver.Resolve(reference, baseAddress) is { Kind: ReferenceKind.Resource, Type: "Organization", Id: { } id } ? id : null;
        // Not through another role: a role that names a role would never end.
        var person = role.Practitioner is { } who && ReferenceResolver.Resolve(who, baseAddress) switch
        {
            { Kind: ReferenceKind.Resource, Type: not "Practitioner" } => false,
            { Kind: ReferenceKind.Contained, Id: { } inner } => (owner ?? role).FindContained(inner) is Practitioner,
            _ => true,
        }
        ? await FindAsync(role.Practitioner, owner ?? role, cancellation)
        : null;
        return role.NotUnderstood is not null ? null : new(person?.Codes ?? [], organization);
    }

    private static Person? Of(Practitioner practitioner) =>
        practitioner.NotUnderstood is not null ? null : new([.. NamingSystems.AgbOf(practitioner.Identifiers)], null);

    private sealed record Person(IReadOnlyList<AgbCode> Codes, string? Organization);
}
