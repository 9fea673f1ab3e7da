using ZorgverlenersPortaal.Fhir.Reading;

namespace ZorgverlenersPortaal.Fhir;

/// <summary>A resource of a type the portal does not show: what it is, and whether it was a mistake.</summary>
public sealed class OtherResource : Resource
{
    private CodeableConcept? _verificationStatus;

    internal OtherResource(string resourceType)
        : base(resourceType)
    {
    }

    /// <summary>The status, where this type has one that is a code.</summary>
    public string? Status { get; private set; }

    public override bool IsEnteredInError => IsError(Status) || IsError(_verificationStatus);

    private protected override void ReadProperty(ref FhirReader r)
    {
        switch (r.Name)
        {
            case "status": Status = r.Code(); break;
            case "verificationStatus": _verificationStatus = CodeableConcept.Read(ref r); break;
            default: r.Unread(); break;
        }
    }
}
