using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Dossier.Sections.CareMoments;

/// <summary>Makes operations of Procedures (done) and ServiceRequests (asked for), fhir.md §1.6.</summary>
internal sealed class OperationReader(Uri baseAddress, CareMomentOptions options)
{
    private readonly CodeList _surgery = options.Surgery;
    private readonly CodeList _investigation = options.Investigation;
    private readonly CodeList _referral = options.Referral;

    public OperationList Read(EpdAnswer answer, DateTimeOffset now)
    {
        var places = new PlaceNames(answer.Of<Location>(), baseAddress);
        var all = answer.Of<Procedure>().Where(p => !p.IsEnteredInError).Select(p => Of(p, places))
            .Concat(answer.Of<ServiceRequest>().Where(IsListed).Select(Of))
            .ToList();
        var clear = all.Where(o => !o.IsNotUnderstood && !IsBygone(o, now)).ToList();
        return new(
            [.. clear.Where(o => IsAhead(o, now)).OrderBy(o => At(o) ?? DateTimeOffset.MaxValue)],
            [.. clear.Where(o => o.State == OperationState.DoNotPerform)],
            [.. clear.Where(o => o.State != OperationState.DoNotPerform && !IsAhead(o, now)).OrderByDescending(o => At(o) ?? DateTimeOffset.MinValue)],
            [.. all.Where(o => o.IsNotUnderstood)]);
    }

    private static DateTimeOffset? At(Operation operation) => (operation.Start ?? operation.End)?.Earliest;

    /// <summary>Referrals and investigations stand elsewhere; of an order that was carried out the Procedure tells.</summary>
    private bool IsListed(ServiceRequest request) =>
        !request.IsEnteredInError
        && (request.NotUnderstood is not null || request.Status is not "completed" || request.DoNotPerform == true)
        && !_referral.HasAny([request.Code, .. request.Categories])
        && !_investigation.HasAny([request.Code, .. request.Categories]);

    /// <summary>An order taken back says nothing any more once its day is over.</summary>
    private static bool IsBygone(Operation operation, DateTimeOffset now) =>
        operation.State == OperationState.Revoked && (operation.End ?? operation.Start) is { } day && day.Latest < now;

    private static bool IsAhead(Operation operation, DateTimeOffset now) => operation.State switch
    {
        OperationState.Planned or OperationState.Proposed or OperationState.Preparing or OperationState.OnHold or OperationState.Revoked => true,
        OperationState.Unknown => operation.Ordered is not null || At(operation) > now,
        OperationState.InProgress or OperationState.Done or OperationState.Stopped or OperationState.NotDone or OperationState.DoNotPerform => false,
    };

    private Operation Of(Procedure procedure, PlaceNames places)
    {
        var bare = Bare(procedure, "Verrichting", procedure.Performed);
        if (bare.IsNotUnderstood)
        {
            return bare;
        }
        return bare with
        {
            State = OperationStates.Of(procedure),
            Name = Words.Of(procedure.Code) ?? Words.Of(procedure.Category) ?? "Verrichting",
            IsSurgery = _surgery.HasAny([procedure.Category, procedure.Code]),
            BodySite = Words.Sites(procedure.BodySites),
            When = Loosely(procedure.Performed),
            Performers = Words.Join(procedure.Performers.OrderByDescending(IsSurgeon).Select(p => Performer(p, procedure))),
            Place = places.Find(procedure.Location, procedure).Name,
            Reason = Words.Of(procedure.ReasonCodes),
            StateReason = Words.Of(procedure.StatusReason),
            Outcome = Words.Of(procedure.Outcome),
            Complications = Words.Of(procedure.Complications),
            FollowUp = Words.Of(procedure.FollowUps),
            Notes = Remark.Of(procedure.Notes, procedure),
        };
    }

    private Operation Of(ServiceRequest request)
    {
        var bare = Bare(request, "Aanvraag", request.Occurrence) with { Ordered = WrittenDate.Of(request.AuthoredOn) };
        if (bare.IsNotUnderstood)
        {
            return bare;
        }
        return bare with
        {
            State = OperationStates.Of(request),
            Name = Words.Of(request.Code) ?? Words.Of(request.Categories) ?? "Verrichting",
            IsSurgery = _surgery.HasAny([.. request.Categories, request.Code]),
            BodySite = Words.Sites(request.BodySites),
            When = request.IsRecurring ? "Herhaald" : null,
            Performers = Words.Join(request.Performers.Select(p => Words.Name(p, request)).Append(Words.Of(request.PerformerType))),
            Requester = Words.Name(request.Requester, request),
            Reason = Words.Of(request.ReasonCodes),
            Notes = [.. Remark.Of(request.Notes, request), .. Words.Of(request.PatientInstruction) is { } told ? [new Remark(told)] : Array.Empty<Remark>()],
            Urgency = Urgencies.Text(request.Priority),
        };
    }

    /// <summary>All that may be told of what is not understood.</summary>
    private static Operation Bare(Resource resource, string name, TimeChoice? time) => new()
    {
        Source = resource.VersionedReference,
        State = OperationState.Unknown,
        Name = name,
        Start = WrittenDate.Of(time?.DateTime ?? time?.Period?.Start),
        End = WrittenDate.Of(time?.Period?.End),
        IsNotUnderstood = resource.NotUnderstood is not null,
    };

    private static string? Loosely(TimeChoice? performed) => performed switch
    {
        { Text: { } text } => Words.Of(text),
        { Age: { } age } => "Op leeftijd " + Amount(age),
        { Range: { } range } => "Op leeftijd " + string.Join(" tot ", new[] { Amount(range.Low), Amount(range.High) }.Where(a => a is not null)),
        _ => null,
    };

    private static string? Amount(Quantity? quantity) => quantity is null
        ? null
        : string.Join(' ', new[] { quantity.Comparator, quantity.Value, quantity.Unit ?? Years(quantity.Code) }.Where(p => p is not null));

    private static string? Years(string? code) => code == "a" ? "jaar" : code;

    /// <summary>SNOMED 304292004 chirurg, or HL7's principal performer.</summary>
    private static bool IsSurgeon(ProcedurePerformer performer) => performer.Function?.Codings.Any(c => c.Code is "304292004" or "PPRF") == true;

    private static string? Performer(ProcedurePerformer performer, Procedure procedure) =>
        Words.Name(performer.Actor, procedure) is { } name && Words.Of(performer.Function) is { } function
            ? $"{name} ({function})"
            : Words.Name(performer.Actor, procedure) ?? Words.Of(performer.Function);
}
