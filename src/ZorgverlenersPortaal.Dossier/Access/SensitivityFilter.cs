using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Access;

/// <summary>
/// The EPD as it is shown: what the labels close is taken out of every answer to a patient's or a list's grant, in this one place, so
/// that no section can forget it. Nothing tells that something was taken out, or how much. A probe yields no data and sees all.
/// </summary>
internal sealed class SensitivityFilter(IEpd epd, SensitivityPolicy policy) : IEpd
{
    public async Task<T> ReadAsync<T>(EpdGrant grant, EpdQuery query, CancellationToken cancellation) where T : Resource
    {
        var found = await epd.ReadAsync<T>(grant, query, cancellation);
        return IsShown(grant, found)
            ? found
            : throw new EpdException(EpdFailure.NotFound, $"The EPD has no {query.Type} to show.");
    }

    public async Task<EpdAnswer> SearchAsync(EpdGrant grant, EpdQuery query, CancellationToken cancellation)
    {
        if (query.IsHistory)
        {
            // A version left out of a history would make an older one look like the one in force.
            throw new InvalidOperationException("A history is not searched but asked by VersionAtAsync.");
        }
        var answer = await epd.SearchAsync(grant, query, cancellation);
        return answer.Resources.All(resource => IsShown(grant, resource))
            ? answer
            : answer with { Resources = [.. answer.Resources.Where(resource => IsShown(grant, resource))] };
    }

    /// <summary>Judged after it was chosen: what the labels close was not there, as it is not there now.</summary>
    public async Task<VersionAt> VersionAtAsync(EpdGrant grant, EpdQuery history, string? current, DateTimeOffset moment, CancellationToken cancellation)
    {
        var found = await epd.VersionAtAsync(grant, history, current, moment, cancellation);
        return found.Resource is { } resource && !IsShown(grant, resource) ? VersionAt.NotThere : found;
    }

    private bool IsShown(EpdGrant grant, Resource resource) => grant switch
    {
        PatientGrant patient => policy.Shows(resource, isEmergency: patient.Decision.Ruling.Basis == AccessBasis.Emergency),
        ListGrant => policy.Shows(resource, isEmergency: false),
        // Emergencies are what is reviewed most; what is never shown is not shown to an officer either.
        ReviewGrant => policy.Shows(resource, isEmergency: true),
        // A fact that may not be named explains nothing: then a person looks.
        ExplanationGrant => policy.Shows(resource, isEmergency: true),
        _ => true,
    };
}
