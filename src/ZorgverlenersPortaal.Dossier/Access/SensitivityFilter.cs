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
        var answer = await epd.SearchAsync(grant, query, cancellation);
        return answer.Resources.All(resource => IsShown(grant, resource))
            ? answer
            : answer with { Resources = [.. answer.Resources.Where(resource => IsShown(grant, resource))] };
    }

    private bool IsShown(EpdGrant grant, Resource resource) => grant switch
    {
        PatientGrant patient => policy.Shows(resource, isEmergency: patient.Decision.Ruling.Basis == AccessBasis.Emergency),
        ListGrant => policy.Shows(resource, isEmergency: false),
        _ => true,
    };
}
