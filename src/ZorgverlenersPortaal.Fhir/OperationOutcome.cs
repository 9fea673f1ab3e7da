using ZorgverlenersPortaal.Fhir.Reading;

namespace ZorgverlenersPortaal.Fhir;

/// <summary>What the EPD has to say about an answer, or why there is none.</summary>
public sealed class OperationOutcome : Resource
{
    internal OperationOutcome()
        : base(nameof(OperationOutcome))
    {
    }

    public IReadOnlyList<OutcomeIssue> Issues { get; private set; } = [];

    public override bool IsEnteredInError => false;

    private protected override void ReadProperty(ref FhirReader r)
    {
        switch (r.Name)
        {
            case "issue": Issues = r.VitalList(Issues, OutcomeIssue.Read); break;
            default: r.Unread(); break;
        }
    }
}
