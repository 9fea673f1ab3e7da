using ZorgverlenersPortaal.Fhir.Reading;

namespace ZorgverlenersPortaal.Fhir;

/// <summary>A reference as written; <see cref="ReferenceResolver"/> says what it may be used for.</summary>
public sealed record FhirReference(string? Reference, string? Type, Identifier? Identifier, string? Display)
{
    internal static FhirReference? Read(ref FhirReader r) => r.Shared(ReadNew);

    private static FhirReference ReadNew(ref FhirReader r)
    {
        string? reference = null, type = null, display = null;
        Identifier? identifier = null;
        while (r.NextProperty())
        {
            switch (r.Name)
            {
                case "reference": reference = r.Text(); break;
                case "type": type = r.Code(); break;
                case "identifier": identifier = Identifier.Read(ref r); break;
                case "display": display = r.Text(); break;
                default: r.Unread(); break;
            }
        }
        return new FhirReference(reference, type, identifier, display);
    }
}
