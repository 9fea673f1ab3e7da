using System.Globalization;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections.Live;

/// <summary>
/// Asks by <c>_lastUpdated</c> whether anything of a list was stored since the last look. It only decides whether a full look
/// is needed: a doubt is a yes.
/// </summary>
internal sealed class RecentChanges(IEpd epd, LastUpdatedSupport support, EpdOptions options, TimeProvider clock)
{
    private const int Batch = 40;

    /// <summary>The clocks of portal and EPD differ, and what is being stored shows a little later.</summary>
    private static readonly TimeSpan _overlap = TimeSpan.FromMinutes(2);

    /// <summary>Throws <see cref="EpdException"/>, also when the deadline of a section passes.</summary>
    public async Task<bool> AnyAsync(ListState known, CancellationToken cancellation)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(options.SectionSeconds), clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellation);
        try
        {
            return await AskAsync(known, both.Token);
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            throw new EpdException(EpdFailure.TimedOut, "The EPD did not say in time what changed.", e);
        }
    }

    private async Task<bool> AskAsync(ListState known, CancellationToken cancellation)
    {
        if (!await support.HasAsync(cancellation))
        {
            return true;
        }
        var since = (known.Looked - _overlap).ToString("'ge'yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var byIdentifier = ByIdentifierAsync(known, since, cancellation);
        var answers = await Task.WhenAll(Questions(known, since).Select(query => epd.SearchAsync(known.Grant, query, cancellation)));
        return await byIdentifier || Array.Exists(answers, a => a.Resources.Count > 0 || a.IsIncomplete || a.Ignored.Contains("_lastUpdated"));
    }

    /// <summary>Many servers lack this question (fhir.md §4.1): a refusal is no failure here as it is none on the ladder, and what it misses the hour's full look finds.</summary>
    private async Task<bool> ByIdentifierAsync(ListState known, string since, CancellationToken cancellation)
    {
        try
        {
            var query = EpdQuery.Search("Patient", ("general-practitioner:identifier", NamingSystems.AgbToken(known.Grant.Agb)), ("_lastUpdated", since));
            return (await epd.SearchAsync(known.Grant, query, cancellation)).Of<Patient>().Any();
        }
        catch (EpdException)
        {
            return false;
        }
    }

    private IEnumerable<EpdQuery> Questions(ListState known, string since)
    {
        (string, string) changed = ("_lastUpdated", since);
        foreach (var references in known.Grant.Practitioners.Chunk(Batch))
        {
            yield return EpdQuery.Search("Patient", ("general-practitioner", string.Join(',', references)), changed);
        }
        var type = known.Grant.IsPractice ? "Organization/" : "Practitioner/";
        var practitioners = known.Grant.Practitioners.Where(r => r.StartsWith(type, StringComparison.Ordinal)).Select(r => r[type.Length..]);
        foreach (var ids in practitioners.Chunk(Batch))
        {
            yield return EpdQuery.Search("PractitionerRole", (known.Grant.IsPractice ? "organization" : "practitioner", string.Join(',', ids)), changed);
        }
        foreach (var patients in known.Patients.Order(StringComparer.Ordinal).Chunk(Batch))
        {
            var ids = string.Join(',', patients);
            yield return EpdQuery.Search("Encounter", ("patient", ids), ("class", string.Join(',', options.Classes)), changed);
            yield return EpdQuery.Search("Consent", ("patient", ids), changed);
        }
    }
}
