using ZorgverlenersPortaal.Fhir.Reading;

namespace ZorgverlenersPortaal.Fhir;

/// <summary>A planned or past visit. Start and end may be absent while it is only asked for.</summary>
public sealed class Appointment : Resource
{
    internal Appointment()
        : base(nameof(Appointment))
    {
    }

    /// <summary>proposed, pending, booked, arrived, fulfilled, cancelled, noshow, entered-in-error, checked-in or waitlist.</summary>
    public string? Status { get; private set; }

    public CodeableConcept? CancelationReason { get; private set; }

    public IReadOnlyList<CodeableConcept> ServiceTypes { get; private set; } = [];

    public IReadOnlyList<CodeableConcept> Specialties { get; private set; } = [];

    public CodeableConcept? AppointmentType { get; private set; }

    public IReadOnlyList<CodeableConcept> ReasonCodes { get; private set; } = [];

    public string? Description { get; private set; }

    public FhirDateTime? Start { get; private set; }

    public FhirDateTime? End { get; private set; }

    public int? MinutesDuration { get; private set; }

    public string? Comment { get; private set; }

    public string? PatientInstruction { get; private set; }

    public IReadOnlyList<AppointmentParticipant> Participants { get; private set; } = [];

    /// <summary>
    /// The one Patient among the participants. Null when there is none, or more than one: a group's appointment is not one
    /// patient's to show.
    /// </summary>
    public override FhirReference? PatientReference
    {
        get
        {
            var patients = Participants.Select(p => p.Actor).OfType<FhirReference>().Where(IsPatient)
                .DistinctBy(actor => actor.Reference ?? "").ToList();
            return patients.Count == 1 ? patients[0] : null;
        }
    }

    public override bool IsEnteredInError => IsError(Status);

    private protected override void ReadProperty(ref FhirReader r)
    {
        switch (r.Name)
        {
            case "status": Status = r.Vital(Status, Element.Code); break;
            case "cancelationReason": CancelationReason = CodeableConcept.Read(ref r); break;
            case "serviceType": ServiceTypes = r.List(CodeableConcept.Read); break;
            case "specialty": Specialties = r.List(CodeableConcept.Read); break;
            case "appointmentType": AppointmentType = CodeableConcept.Read(ref r); break;
            case "reasonCode": ReasonCodes = r.List(CodeableConcept.Read); break;
            case "description": Description = r.OwnText(); break;
            case "start": Start = r.Vital(Start, Element.Date); break;
            case "end": End = r.Vital(End, Element.Date); break;
            case "minutesDuration": MinutesDuration = r.Integer(); break;
            case "comment": Comment = r.OwnText(); break;
            case "patientInstruction": PatientInstruction = r.OwnText(); break;
            case "participant": Participants = r.VitalList(Participants, AppointmentParticipant.Read); break;
            default: r.Unread(); break;
        }
    }

    /// <summary>By type, by address or by what it contains: one patient overlooked would make the other the only one.</summary>
    private bool IsPatient(FhirReference actor) =>
        "Patient".Equals(actor.Type, StringComparison.Ordinal)
        || actor.Reference is { } reference
            && (reference.StartsWith("Patient/", StringComparison.Ordinal) || reference.Contains("/Patient/", StringComparison.Ordinal)
                || (reference.StartsWith('#') && FindContained(reference[1..]) is Patient));
}
