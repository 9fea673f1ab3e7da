using ZorgverlenersPortaal.Fhir.Reading;

namespace ZorgverlenersPortaal.Fhir;

/// <summary>
/// From and until, each as far as written; an end includes its whole day (<see cref="FhirDateTime.LatestInstant"/>).
/// </summary>
public sealed record Period(FhirDateTime? Start, FhirDateTime? End)
{
    public string? StartAbsentReason { get; private init; }

    public string? EndAbsentReason { get; private init; }

    internal static Period? Read(ref FhirReader r)
    {
        if (!r.BeginObject())
        {
            return null;
        }
        FhirDateTime? start = null, end = null;
        string? startAbsent = null, endAbsent = null;
        while (r.NextProperty())
        {
            switch (r.Name)
            {
                case "start": start = r.Date(); break;
                case "end": end = r.Date(); break;
                case "_start": startAbsent = r.AbsentReason(); break;
                case "_end": endAbsent = r.AbsentReason(); break;
                default: r.Unread(); break;
            }
        }
        return new Period(start, end) { StartAbsentReason = startAbsent, EndAbsentReason = endAbsent };
    }
}
