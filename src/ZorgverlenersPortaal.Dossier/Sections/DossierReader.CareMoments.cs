using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Dossier.Sections.CareMoments;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections;

public sealed partial class DossierReader
{
    /// <summary>Starts appointments, operations and referrals at once; nothing is asked of the EPD twice.</summary>
    public CareMomentReading StartCareMoments(PatientGrant grant, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(grant);
        // Each question is asked within the deadline of the section it is most about, and awaited by the others.
        Task<EpdAnswer>? appointments = null, requests = null;
        var booked = AppointmentsAsync(grant, (epd, token) => appointments = epd.SearchAsync(grant, About(grant, "Appointment"), token), cancellation);
        var referrals = ReferralsAsync(grant, (epd, token) => requests = epd.SearchAsync(grant, About(grant, "ServiceRequest"), token), () => appointments!, cancellation);
        var operations = OperationsAsync(grant, () => requests!, cancellation);
        return new()
        {
            Appointments = Pending(grant, NamingAsync(booked, b => b.Sources)),
            Referrals = Pending(grant, NamingAsync(referrals, all => all.Select(r => r.Source))),
            Operations = Pending(grant, NamingAsync(operations, o => o.Sources)),
        };
    }

    private Task<Section<AppointmentBook>> AppointmentsAsync(
        PatientGrant grant, Func<IEpd, CancellationToken, Task<EpdAnswer>> ask, CancellationToken cancellation)
    {
        var reader = new AppointmentReader(_options.Base, _sections.CareMoments.SoonDays);
        return _fetcher.FetchAsync(
            DossierCategory.CareMoments,
            async (epd, token) => await _fetcher.WithLocationsAsync(grant, await ask(epd, token), token),
            a => reader.Read(a.Of<Appointment>(), a.Of<Location>(), _clock.GetUtcNow()),
            cancellation);
    }

    private Task<Section<IReadOnlyList<Referral>>> ReferralsAsync(
        PatientGrant grant, Func<IEpd, CancellationToken, Task<EpdAnswer>> ask, Func<Task<EpdAnswer>> appointments, CancellationToken cancellation)
    {
        var reader = new ReferralReader(_options.Base, _sections.CareMoments);
        IReadOnlyList<Referral> read = [];
        return _fetcher.FetchAsync(
            DossierCategory.CareMoments,
            async (epd, token) =>
            {
                var answer = await ask(epd, token);
                var referrals = reader.Among(answer.Of<ServiceRequest>()).ToList();
                var kinds = await new Requesters(epd, _options.Base, grant).FindAsync(referrals, token);
                read = reader.Read(referrals, referrals.Count == 0 ? [] : await IfThereAsync(appointments(), token), kinds);
                return answer;
            },
            _ => read,
            cancellation);
    }

    /// <summary>Only for "in behandeling": without them a referral still reads "aangevraagd".</summary>
    private static async Task<IEnumerable<Appointment>> IfThereAsync(Task<EpdAnswer> appointments, CancellationToken cancellation)
    {
        try
        {
            return (await appointments.WaitAsync(cancellation)).Of<Appointment>();
        }
        catch (Exception e) when (e is EpdException or OperationCanceledException)
        {
            return [];
        }
    }

    private Task<Section<OperationList>> OperationsAsync(PatientGrant grant, Func<Task<EpdAnswer>> requests, CancellationToken cancellation)
    {
        var reader = new OperationReader(_options.Base, _sections.CareMoments);
        return _fetcher.FetchAsync(
            DossierCategory.CareMoments,
            async (epd, token) =>
            {
                var procedures = epd.SearchAsync(grant, About(grant, "Procedure"), token);
                var both = (await procedures).And(await requests().WaitAsync(token));
                return await _fetcher.WithLocationsAsync(grant, both, token);
            },
            a => reader.Read(a, _clock.GetUtcNow()),
            cancellation);
    }

    private static EpdQuery About(PatientGrant grant, string type) => EpdQuery.Search(type, ("patient", grant.PatientId));

    /// <summary>The trail names what is shown, not all that came back.</summary>
    private static async Task<Section<T>> NamingAsync<T>(Task<Section<T>> fetching, Func<T, IEnumerable<string>> shown) where T : class
    {
        var section = await fetching;
        return section.Content is { } content ? section with { Resources = [.. shown(content).Distinct(StringComparer.Ordinal)] } : section;
    }
}
