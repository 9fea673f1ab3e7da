using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Dossier.Sections.Alerts;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections;

/// <content>Alerts.</content>
public sealed partial class DossierReader
{
    /// <summary>Starts reading the alerts: what holds now first; to be had only through their record (R2).</summary>
    public PendingSection<IReadOnlyList<Alert>> ReadAlerts(PatientGrant grant, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(grant);
        var reader = new AlertReader(_sections.Alerts, _options.Base, _clock.GetUtcNow());
        var fetching = _fetcher.FetchAsync(
            DossierCategory.Alerts,
            async (epd, token) =>
            {
                var flags = await epd.SearchAsync(grant, About(grant, "Flag"), token);
                return flags.Of<Flag>().Any(reader.NeedsDetail) ? flags.And(await ProblemsAsync(epd, grant, flags, token)) : flags;
            },
            a => reader.Read(a.Of<Flag>(), [.. a.Of<Condition>()]),
            cancellation);
        return Pending(grant, NamingAsync(fetching, all => all.SelectMany(a => new[] { a.Source, a.DetailSource }).OfType<string>()));
    }

    /// <summary>The problems that tell what an alert is; without them the alerts stand, and the section says that it is not whole.</summary>
    private static async Task<EpdAnswer> ProblemsAsync(IEpd epd, PatientGrant grant, EpdAnswer flags, CancellationToken cancellation)
    {
        try
        {
            // All of them, as the section of diagnoses asks: while both are under way it is one question.
            return grant.Categories.Contains(DossierCategory.Diagnoses)
                ? await epd.SearchAsync(grant, About(grant, "Condition"), cancellation)
                : new() { Resources = [], FetchedAt = flags.FetchedAt, Warnings = 1 };
        }
        catch (Exception e) when (e is EpdException or OperationCanceledException)
        {
            return new() { Resources = [], FetchedAt = flags.FetchedAt, Warnings = 1 };
        }
    }
}
