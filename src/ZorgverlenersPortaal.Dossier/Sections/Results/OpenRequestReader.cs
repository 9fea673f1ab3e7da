using ZorgverlenersPortaal.Dossier.Sections.CareMoments;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections.Results;

/// <summary>Finds the investigations among requests of which no result has come. Other requests stand among the care moments.</summary>
internal sealed class OpenRequestReader(ResultGrouping grouping, CareMomentOptions options, Uri baseAddress)
{
    private readonly CodeList _investigation = options.Investigation;
    private readonly CodeList _referral = options.Referral;

    /// <summary>"ServiceRequest/id" of what has a result; one that was cancelled is none.</summary>
    public static IReadOnlySet<string> Answered(IEnumerable<Resource> results, Uri baseAddress) => results
        .Where(r => !r.IsEnteredInError)
        .SelectMany(r => r switch
        {
            Observation { Status: not "cancelled" } observation => observation.BasedOn,
            DiagnosticReport { Status: not "cancelled" } report => report.BasedOn,
            _ => [],
        })
        .Select(r => ReferenceResolver.Resolve(r, baseAddress).Reference)
        .OfType<string>()
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>Those that are open: asked for, not over, not "do not perform", and with no result.</summary>
    public IReadOnlyList<ServiceRequest> Among(IEnumerable<ServiceRequest> requests, IReadOnlySet<string> answered) =>
    [
        .. requests.Where(r => !r.IsEnteredInError && !answered.Contains(r.Reference) && IsInvestigation(r) && (r.NotUnderstood is not null || IsOpen(r)))
            .OrderByDescending(r => WrittenDate.Of(r.AuthoredOn)?.Earliest ?? DateTimeOffset.MaxValue),
    ];

    /// <summary>The lines.</summary>
    /// <param name="requests">What <see cref="Among"/> gave.</param>
    /// <param name="sources">Who asked.</param>
    /// <param name="since">The first day whose results were looked through; null when all were.</param>
    /// <param name="isWhole">All results since then were looked through.</param>
    public IReadOnlyList<OpenRequest> Read(IEnumerable<ServiceRequest> requests, ResultSources sources, DateOnly? since, bool isWhole) =>
        [.. requests.Select(r => Of(r, sources) with { MayHaveResult = !isWhole || IsBefore(r, since) })];

    private static bool IsBefore(ServiceRequest request, DateOnly? since) =>
        since is { } day && (WrittenDate.Of(request.AuthoredOn)?.Day is not { } asked || asked < day);

    private OpenRequest Of(ServiceRequest request, ResultSources sources)
    {
        var bare = new OpenRequest
        {
            Source = request.VersionedReference,
            Name = "Aanvraag",
            Group = grouping.Of(request.Categories, request.Code),
            Ordered = WrittenDate.Of(request.AuthoredOn),
            IsNotUnderstood = request.NotUnderstood is not null,
        };
        return bare.IsNotUnderstood
            ? bare
            : bare with
            {
                Name = Words.Of(request.Code) ?? Words.Of(request.Categories) ?? "Onderzoek zonder omschrijving",
                IsOnHold = request.Status == "on-hold",
                Planned = Moments.Start(request.Occurrence),
                Urgency = Urgencies.Text(request.Priority),
                Order = sources.Order(request),
                EncounterId = request.Encounter is { } encounter && ReferenceResolver.Resolve(encounter, baseAddress) is { Kind: ReferenceKind.Resource, Type: "Encounter", Id: { } id } ? id : null,
            };
    }

    /// <summary>A plan or proposal was not asked for; without an intent it may have been.</summary>
    private static bool IsOpen(ServiceRequest request) =>
        request is { Status: "active" or "on-hold", DoNotPerform: not true, Intent: not ("proposal" or "plan" or "directive" or "option") };

    private bool IsInvestigation(ServiceRequest request) =>
        !_referral.HasAny([request.Code, .. request.Categories])
        && (_investigation.HasAny([request.Code, .. request.Categories]) || grouping.Of(request.Categories, request.Code) != ResultGroup.Other);
}
