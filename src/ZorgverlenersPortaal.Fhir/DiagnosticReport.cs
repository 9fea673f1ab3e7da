using ZorgverlenersPortaal.Fhir.Reading;

namespace ZorgverlenersPortaal.Fhir;

/// <summary>
/// A report on examinations: words, results, a document, or any of these. nl-core-TextResult names its kind in code and
/// has no category.
/// </summary>
public sealed class DiagnosticReport : Resource
{
    internal DiagnosticReport()
        : base(nameof(DiagnosticReport))
    {
    }

    public string? Status { get; private set; }

    public IReadOnlyList<CodeableConcept> Categories { get; private set; } = [];

    public CodeableConcept? Code { get; private set; }

    public FhirReference? Subject { get; private set; }

    public IReadOnlyList<FhirReference> BasedOn { get; private set; } = [];

    public TimeChoice? Effective { get; private set; }

    /// <summary>When this version was made known.</summary>
    public FhirDateTime? Issued { get; private set; }

    public IReadOnlyList<FhirReference> Performers { get; private set; } = [];

    public IReadOnlyList<FhirReference> ResultsInterpreters { get; private set; } = [];

    public IReadOnlyList<FhirReference> Specimens { get; private set; } = [];

    public IReadOnlyList<FhirReference> Results { get; private set; } = [];

    /// <summary>Only that there are images: the portal does not show them.</summary>
    public IReadOnlyList<FhirReference> ImagingStudies { get; private set; } = [];

    /// <summary>As written, with line breaks, and sometimes with HTML in it: never to be shown raw. May be empty.</summary>
    public string? Conclusion { get; private set; }

    public string? ConclusionAbsentReason { get; private set; }

    public IReadOnlyList<CodeableConcept> ConclusionCodes { get; private set; } = [];

    public IReadOnlyList<Attachment> PresentedForms { get; private set; } = [];

    /// <summary>Extensions with a moment, or a yes or no.</summary>
    public IReadOnlyList<SimpleExtension> SimpleExtensions { get; private set; } = [];

    public override FhirReference? PatientReference => Subject;

    public override bool IsEnteredInError => IsError(Status);

    private protected override void ReadProperty(ref FhirReader r)
    {
        switch (r.Name)
        {
            case "status": Status = r.Vital(Status, Element.Code); break;
            case "category": Categories = r.List(CodeableConcept.Read); break;
            case "code": Code = r.Vital(Code, CodeableConcept.Read); break;
            case "subject": Subject = r.Vital(Subject, FhirReference.Read); break;
            case "basedOn": BasedOn = r.List(FhirReference.Read); break;
            case "issued": Issued = r.Date(); break;
            case "performer": Performers = r.List(FhirReference.Read); break;
            case "resultsInterpreter": ResultsInterpreters = r.List(FhirReference.Read); break;
            case "specimen": Specimens = r.List(FhirReference.Read); break;
            case "result": Results = r.VitalList(Results, FhirReference.Read); break;
            case "imagingStudy": ImagingStudies = r.List(FhirReference.Read); break;
            case "conclusion": Conclusion = r.Vital(Conclusion, Words); break;
            case "_conclusion": ConclusionAbsentReason = r.AbsentReason(); break;
            case "conclusionCode": ConclusionCodes = r.VitalList(ConclusionCodes, CodeableConcept.Read); break;
            case "extension": SimpleExtensions = SimpleExtension.ReadAll(ref r); break;
            case "presentedForm": PresentedForms = r.List(Attachment.Read); break;
            case ['e', 'f', 'f', 'e', 'c', 't', 'i', 'v', 'e', ..]: Effective = TimeChoice.Read(ref r, "effective") ?? Effective; break;
            default: r.Unread(); break;
        }
    }

    /// <summary>Servers send an empty conclusion for none, which is no damage.</summary>
    private static string Words(ref FhirReader r) => r.OwnText() ?? "";
}
