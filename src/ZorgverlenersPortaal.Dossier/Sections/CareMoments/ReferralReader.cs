using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections.CareMoments;

/// <summary>Makes referrals of ServiceRequests with a referral code (fhir.md §1.10).</summary>
internal sealed class ReferralReader(Uri baseAddress, CareMomentOptions options)
{
    private readonly CodeList _codes = options.Referral;

    /// <summary>The referrals among requests; those in error are out.</summary>
    public IEnumerable<ServiceRequest> Among(IEnumerable<ServiceRequest> requests) =>
        requests.Where(r => !r.IsEnteredInError && _codes.HasAny([r.Code, .. r.Categories]));

    /// <summary>Newest first.</summary>
    /// <param name="referrals">What <see cref="Among"/> gave.</param>
    /// <param name="appointments">What may have come of them.</param>
    /// <param name="kindOf">Who a requester is to the doctor who looks.</param>
    public IReadOnlyList<Referral> Read(
        IReadOnlyList<ServiceRequest> referrals, IEnumerable<Appointment> appointments, Func<ServiceRequest, RequesterKind> kindOf)
    {
        var actedOn = appointments.Where(a => a is { IsEnteredInError: false, NotUnderstood: null } && !AppointmentStates.Of(a.Status).IsOff())
            .SelectMany(a => a.BasedOn)
            .Select(r => ReferenceResolver.Resolve(r, baseAddress))
            .Where(r => r is { Kind: ReferenceKind.Resource, Type: "ServiceRequest" })
            .Select(r => r.Id!)
            .ToHashSet(StringComparer.Ordinal);
        return [.. referrals.Select(r => Of(r, kindOf(r), r.Id is { } id && actedOn.Contains(id))).OrderByDescending(r => r.Date?.Earliest ?? DateTimeOffset.MinValue)];
    }

    private Referral Of(ServiceRequest request, RequesterKind kind, bool isActedOn)
    {
        var bare = new Referral
        {
            Source = request.VersionedReference,
            State = ReferralState.Unknown,
            What = "Verwijzing",
            Date = WrittenDate.Of(request.AuthoredOn),
            IsNotUnderstood = request.NotUnderstood is not null,
        };
        if (bare.IsNotUnderstood)
        {
            return bare;
        }
        var letters = request.SupportingInfo.Select(LetterId).ToList();
        var performer = Words.Join(request.Performers.Select(p => Words.Name(p, request)));
        return bare with
        {
            State = ReferralStates.Of(request, isActedOn),
            What = Words.Of(request.PerformerType) ?? Plain(request.Code) ?? Words.Of(request.Categories.Where(c => !_codes.Has(c))) ?? "Verwijzing",
            Requester = Words.Name(request.Requester, request),
            RequesterKind = kind,
            Performer = performer,
            Reason = Words.Of(request.ReasonCodes),
            Urgency = Urgencies.Text(request.Priority),
            Notes = Remark.Of(request.Notes, request),
            LetterIds = [.. letters.OfType<string>().Distinct(StringComparer.Ordinal)],
            HasMore = letters.Contains(null),
        };
    }

    /// <summary>"Referral" says nothing that the heading does not say, unless the EPD put words of its own to it.</summary>
    private string? Plain(CodeableConcept? code) => _codes.Has(code) ? Words.Of(code?.Text) : Words.Of(code);

    private string? LetterId(FhirReference reference) =>
        ReferenceResolver.Resolve(reference, baseAddress) is { Kind: ReferenceKind.Resource, Type: "DocumentReference", Id: { } id } ? id : null;
}
