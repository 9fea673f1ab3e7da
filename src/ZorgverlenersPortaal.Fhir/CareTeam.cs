using ZorgverlenersPortaal.Fhir.Reading;

namespace ZorgverlenersPortaal.Fhir;

/// <summary>Who looks after the patient together.</summary>
public sealed class CareTeam : Resource
{
    internal CareTeam()
        : base(nameof(CareTeam))
    {
    }

    /// <summary>proposed, active, suspended, inactive or entered-in-error.</summary>
    public string? Status { get; private set; }

    public string? Name { get; private set; }

    public IReadOnlyList<CodeableConcept> Categories { get; private set; } = [];

    /// <summary>R4 allows a group here; then it is not known to be this patient's.</summary>
    public FhirReference? Subject { get; private set; }

    public Period? Period { get; private set; }

    public IReadOnlyList<CareTeamParticipant> Participants { get; private set; } = [];

    public IReadOnlyList<ContactPoint> Telecom { get; private set; } = [];

    public override FhirReference? PatientReference => Subject;

    public override bool IsEnteredInError => IsError(Status);

    private protected override void ReadProperty(ref FhirReader r)
    {
        switch (r.Name)
        {
            case "status": Status = r.Vital(Status, Element.Code); break;
            case "name": Name = r.Text(); break;
            case "category": Categories = r.List(CodeableConcept.Read); break;
            case "subject": Subject = r.Vital(Subject, FhirReference.Read); break;
            case "period": Period = r.Vital(Period, Fhir.Period.Read); break;
            // A relation may rest on it (DESIGN §7): half a member is no member.
            case "participant": Participants = r.VitalList(Participants, CareTeamParticipant.Read); break;
            case "telecom": Telecom = r.List(ContactPoint.Read); break;
            default: r.Unread(); break;
        }
    }
}
