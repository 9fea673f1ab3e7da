using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections;

/// <summary>Fetches one section within its own deadline and turns every failure into a section that says so.</summary>
internal sealed class SectionFetcher(IEpd epd, EpdOptions options, TimeProvider clock)
{
    /// <summary>Places per question: keeps addresses below what servers take.</summary>
    private const int Batch = 40;

    /// <summary>Never throws but when the reader has gone.</summary>
    public async Task<Section<T>> FetchAsync<T>(
        DossierCategory category, Func<IEpd, CancellationToken, Task<EpdAnswer>> ask, Func<EpdAnswer, T> show, CancellationToken cancellation)
        where T : class
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(options.SectionSeconds), clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellation);
        try
        {
            var answer = await ask(epd, both.Token);
            return new()
            {
                Category = category,
                Content = show(answer),
                FetchedAt = answer.FetchedAt,
                IsIncomplete = answer.IsIncomplete,
                Resources = [.. answer.Resources.Where(IsShown).Select(r => r.VersionedReference)],
                Strangers = answer.Strangers,
            };
        }
        catch (EpdException e)
        {
            return Failed<T>(category, e.Failure);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return Failed<T>(category, EpdFailure.TimedOut);
        }
    }

    /// <summary>The names of the wards and rooms that the answer points at; a failure leaves them nameless, no more.</summary>
    public async Task<EpdAnswer> WithLocationsAsync(EpdGrant grant, EpdAnswer answer, CancellationToken cancellation)
    {
        var ids = answer.Resources
            .SelectMany(Places)
            .Select(reference => reference is not null ? ReferenceResolver.Resolve(reference, options.Base) : null)
            .Where(r => r is { Kind: ReferenceKind.Resource, Type: "Location" })
            .Select(r => r!.Id!)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Take(options.PageSize)
            .ToList();
        if (ids.Count == 0)
        {
            return answer;
        }
        try
        {
            var answers = await Task.WhenAll(ids.Chunk(Batch).Select(
                batch => epd.SearchAsync(grant, EpdQuery.Search("Location", ("_id", string.Join(',', batch))), cancellation)));
            return answer with
            {
                Resources = [.. answer.Resources.Concat(answers.SelectMany(a => a.Of<Location>())).DistinctBy(r => r.Reference)],
            };
        }
        catch (Exception e) when (e is EpdException or OperationCanceledException)
        {
            return answer;
        }
    }

    private Section<T> Failed<T>(DossierCategory category, EpdFailure failure) where T : class =>
        new() { Category = category, Failure = failure, FetchedAt = clock.GetUtcNow() };

    private static IEnumerable<FhirReference?> Places(Resource resource) => resource switch
    {
        Encounter encounter => encounter.Locations.Select(l => l.Location),
        Appointment appointment => appointment.Participants.Select(p => p.Actor),
        Procedure procedure => [procedure.Location],
        _ => [],
    };

    private static bool IsShown(Resource resource) => resource is not Location && !resource.IsEnteredInError;
}
