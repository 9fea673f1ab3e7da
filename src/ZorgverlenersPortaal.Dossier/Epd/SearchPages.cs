using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Epd;

/// <summary>Reads the pages of one search until there are no more, or a limit on pages, resources, bytes or time is met: then the answer is cut and says so.</summary>
internal sealed class SearchPages(EpdTransport transport, EpdOptions options, TimeProvider clock, EpdQuery query, EpdGrant grant)
{
    private readonly SearchCollector _collected = new(grant, options.Base, query);
    private readonly long _started = clock.GetTimestamp();
    private long _bytes;

    /// <summary>What there is; expired when the EPD no longer had a further page. Throws <see cref="EpdException"/>.</summary>
    public async Task<(EpdAnswer Answer, bool IsExpired)> ReadAsync(CancellationToken cancellation)
    {
        var next = await PageAsync(EpdRequest.Search(options.Base, query, options.PageSize, grant), cancellation);
        for (var pages = 1; next is not null; pages++)
        {
            var left = options.Paging - clock.GetElapsedTime(_started);
            if (pages >= options.MaximumPages || _collected.Entries >= options.MaximumItems || _bytes >= options.MaximumSearchBytes || left <= TimeSpan.Zero)
            {
                return (Answer(isCut: true), false);
            }
            using var limit = new CancellationTokenSource(left, clock);
            using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
            try
            {
                next = await PageAsync(EpdRequest.Get(next, grant), both.Token);
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                return (Answer(isCut: true), false);
            }
            catch (EpdException e) when (e.Failure == EpdFailure.NotFound || e.Remark is { IsExpired: true })
            {
                return (Answer(isCut: true), true);
            }
        }
        return (Answer(isCut: false), false);
    }

    private EpdAnswer Answer(bool isCut) => _collected.Answer(clock.GetUtcNow(), isCut);

    private async Task<Uri?> PageAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        using (request)
        {
            return _collected.Add(await transport.SendAsync(request, Measured, cancellation));
        }
    }

    private Resource Measured(ReadOnlySpan<byte> utf8)
    {
        _bytes += utf8.Length;
        return FhirJson.Read(utf8);
    }
}
