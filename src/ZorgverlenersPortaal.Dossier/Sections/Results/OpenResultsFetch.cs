using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections.Results;

/// <summary>One reading of what is open of many patients at once: a few searches for forty of them, never one for each.</summary>
internal sealed class OpenResultsFetch(IEpd epd, ListGrant grant, SectionOptions sections, Uri baseAddress, DateTimeOffset now)
{
    /// <summary>References per search: keeps addresses below what servers take.</summary>
    private const int Batch = 40;

    private readonly ResultGrouping _grouping = new(sections.Results);
    private readonly OpenRequestReader _open = new(new(sections.Results), sections.CareMoments, baseAddress);
    private readonly List<EpdAnswer> _answers = [];

    /// <summary>Resources of others that came along: dropped, an incident (R4).</summary>
    public IReadOnlyList<string> Strangers => [.. _answers.SelectMany(answer => answer.Strangers).Distinct(StringComparer.Ordinal)];

    /// <summary>What is shown of the answers, with versions.</summary>
    public IReadOnlyList<string> Shown { get; private set; } = [];

    public async Task<OpenResultsShown> ReadAsync(IReadOnlyList<string> patients, CancellationToken cancellation)
    {
        (string, string)[] category = _grouping.Asked is { } asked ? [("category", string.Join(',', asked))] : [];
        var tests = TryAsync(patients, ids => EpdQuery.Search("Observation", [("patient", ids), ("status", "registered,preliminary"), .. category]), cancellation);
        var reports = TryAsync(patients, ids => EpdQuery.Search("DiagnosticReport", ("patient", ids), ("status", "registered,partial,preliminary")), cancellation);
        var requests = grant.Categories.Contains(DossierCategory.CareMoments)
            ? TryAsync(patients, ids => EpdQuery.Search("ServiceRequest", ("patient", ids), ("status", "active,on-hold")), cancellation)
            : Task.FromResult<(EpdAnswer? Answer, EpdFailure? Failure)>((null, EpdFailure.ClosedToRole));
        var ((ofTests, testsFailure), (ofReports, reportsFailure), (ofRequests, requestsFailure)) = (await tests, await reports, await requests);
        if ((ofTests, ofReports) is (null, null))
        {
            return new() { Failure = testsFailure ?? reportsFailure, RequestsFailure = requestsFailure };
        }
        var pending = Pending(ofTests, ofReports);
        var (open, isWhole) = await WithoutResultAsync(ofRequests, pending, cancellation);
        Shown = [.. pending.Concat<Resource>(open).Select(resource => resource.VersionedReference)];
        return new()
        {
            RequestsFailure = requestsFailure,
            MayMiss = ofTests is not { IsIncomplete: false } || ofReports is not { IsIncomplete: false } || ofRequests is { IsIncomplete: true },
            Patients = patients.Select(id => (Id: id, Open: Of(id, pending, open, isWhole))).Where(one => one.Open.IsAny).ToDictionary(one => one.Id, one => one.Open, StringComparer.Ordinal),
        };
    }

    /// <summary>Judged again here, for a server that looks at neither status nor category.</summary>
    private List<Resource> Pending(EpdAnswer? tests, EpdAnswer? reports)
    {
        var isCategoryIgnored = tests?.Ignored.Contains("category", StringComparer.Ordinal) == true;
        return
        [
            .. (tests?.Of<Observation>() ?? []).Where(o => !o.IsEnteredInError && o.Focus.Count == 0 && ResultStatus.Of(o.Status).IsPending && _grouping.IsResult(o, isCategoryIgnored)),
            .. (reports?.Of<DiagnosticReport>() ?? []).Where(r => !r.IsEnteredInError && ResultStatus.Of(r.Status).IsPending),
        ];
    }

    /// <summary>The requests of which no result is found, and whether all results of them were looked through.</summary>
    private async Task<(IReadOnlyList<ServiceRequest> Open, bool IsWhole)> WithoutResultAsync(EpdAnswer? requests, List<Resource> pending, CancellationToken cancellation)
    {
        var asked = _open.Among(requests?.Of<ServiceRequest>() ?? [], OpenRequestReader.Answered(pending, baseAddress));
        if (asked.Count == 0)
        {
            return (asked, true);
        }
        var references = asked.Select(request => request.Reference).Order(StringComparer.Ordinal).ToList();
        var of = string.Join(',', asked.Select(request => Subjects.Of(request, baseAddress)).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        var tests = TryAsync(references, batch => EpdQuery.Search("Observation", ("patient", of), ("based-on", batch)), cancellation);
        var reports = TryAsync(references, batch => EpdQuery.Search("DiagnosticReport", ("patient", of), ("based-on", batch)), cancellation);
        var (ofTests, ofReports) = ((await tests).Answer, (await reports).Answer);
        var answered = OpenRequestReader.Answered([.. ofTests?.Resources ?? [], .. ofReports?.Resources ?? []], baseAddress);
        return (_open.Among(asked, answered), ofTests is { IsIncomplete: false } && ofReports is { IsIncomplete: false });
    }

    private OpenResults Of(string patient, List<Resource> pending, IReadOnlyList<ServiceRequest> requests, bool isWhole)
    {
        var own = pending.Where(resource => Subjects.Of(resource, baseAddress) == patient).ToList();
        var lines = new ResultReader(_grouping, baseAddress, now).Read(own).SelectMany(PendingAtDischarge.Lines).Where(line => line.Status.IsPending);
        return new(
            [.. lines.DistinctBy(line => line.Source).OrderByDescending(line => line.Effective?.Earliest ?? DateTimeOffset.MaxValue)],
            _open.Read(requests.Where(request => Subjects.Of(request, baseAddress) == patient), new([], baseAddress, now), null, isWhole),
            own.Count(resource => resource.NotUnderstood is not null));
    }

    private async Task<(EpdAnswer? Answer, EpdFailure? Failure)> TryAsync(IReadOnlyList<string> references, Func<string, EpdQuery> question, CancellationToken cancellation)
    {
        try
        {
            var answers = await Task.WhenAll(references.Chunk(Batch).Select(batch => epd.SearchAsync(grant, question(string.Join(',', batch)), cancellation)));
            lock (_answers)
            {
                _answers.AddRange(answers);
            }
            return (answers.Aggregate((all, next) => all.And(next)), null);
        }
        catch (EpdException e)
        {
            return (null, e.Failure);
        }
    }
}
