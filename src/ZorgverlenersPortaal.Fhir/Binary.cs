using ZorgverlenersPortaal.Fhir.Reading;

namespace ZorgverlenersPortaal.Fhir;

/// <summary>
/// A document's bytes in FHIR's wrapping. The content is only pointed at; securityContext says whose rules hold for it.
/// </summary>
public sealed class Binary : Resource
{
    internal Binary()
        : base(nameof(Binary))
    {
    }

    public string? ContentType { get; private set; }

    public FhirReference? SecurityContext { get; private set; }

    public InlineContent? Data { get; private set; }

    public override bool IsEnteredInError => false;

    private protected override void ReadProperty(ref FhirReader r)
    {
        switch (r.Name)
        {
            case "contentType": ContentType = r.Vital(ContentType, Element.Code); break;
            case "securityContext": SecurityContext = r.Vital(SecurityContext, FhirReference.Read); break;
            case "data": Data = r.Data(); break;
            default: r.Unread(); break;
        }
    }
}
