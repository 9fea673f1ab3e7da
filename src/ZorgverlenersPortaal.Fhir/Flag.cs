using ZorgverlenersPortaal.Fhir.Reading;

namespace ZorgverlenersPortaal.Fhir;

/// <summary>A warning about the patient (alert), such as a carrier of MRSA. Only status "active" holds now.</summary>
public sealed class Flag : Resource
{
    internal Flag()
        : base(nameof(Flag))
    {
    }

    public string? Status { get; private set; }

    public IReadOnlyList<CodeableConcept> Categories { get; private set; } = [];

    /// <summary>nl-core sends "not-applicable" here when the warning is the problem in <see cref="Detail"/>.</summary>
    public CodeableConcept? Code { get; private set; }

    /// <summary>The problem the warning is about (flag-detail): to be shown in the place of the code or beside it.</summary>
    public FhirReference? Detail { get; private set; }

    /// <summary>nl-core: what must be known with the warning, e.g. that it is over.</summary>
    public string? Comment { get; private set; }

    public FhirReference? Subject { get; private set; }

    public Period? Period { get; private set; }

    public FhirReference? Author { get; private set; }

    public override FhirReference? PatientReference => Subject;

    public override bool IsEnteredInError => IsError(Status);

    private protected override void ReadProperty(ref FhirReader r)
    {
        switch (r.Name)
        {
            case "status": Status = r.Vital(Status, Element.Code); break;
            case "category": Categories = r.List(CodeableConcept.Read); break;
            // Without the code or the detail nobody knows what the warning is.
            case "code": Code = r.Vital(Code, CodeableConcept.Read); break;
            case "extension": ReadExtensions(ref r); break;
            case "subject": Subject = r.Vital(Subject, FhirReference.Read); break;
            case "period": Period = r.Vital(Period, Fhir.Period.Read); break;
            case "author": Author = FhirReference.Read(ref r); break;
            default: r.Unread(); break;
        }
    }

    private void ReadExtensions(ref FhirReader r)
    {
        if (!r.BeginList())
        {
            return;
        }
        while (r.NextExtension())
        {
            switch (r.Name)
            {
                case ExtensionUrls.FlagDetail: Detail = r.ExtensionValue("valueReference", FhirReference.Read) ?? Detail; break;
                case ExtensionUrls.Comment: Comment = r.ExtensionText() ?? Comment; break;
                default: r.Unread(); break;
            }
        }
    }
}
