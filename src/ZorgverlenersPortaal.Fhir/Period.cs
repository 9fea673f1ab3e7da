using ZorgverlenersPortaal.Fhir.Reading;

namespace ZorgverlenersPortaal.Fhir;

/// <summary>
/// From and until, each as far as written; an end includes its whole day (<see cref="FhirDateTime.LatestInstant"/>).
/// </summary>
public sealed record Period(FhirDateTime? Start, FhirDateTime? End)
{
    public string? StartAbsentReason { get; private init; }

    public string? EndAbsentReason { get; private init; }

    /// <summary>nl-core: how long, where no end is written.</summary>
    public Quantity? Duration { get; private init; }

    internal static Period? Read(ref FhirReader r)
    {
        if (!r.BeginObject())
        {
            return null;
        }
        FhirDateTime? start = null, end = null;
        string? startAbsent = null, endAbsent = null;
        Quantity? duration = null;
        while (r.NextProperty())
        {
            switch (r.Name)
            {
                case "start": start = r.Date(); break;
                case "end": end = r.Date(); break;
                case "_start": startAbsent = r.AbsentReason(); break;
                case "_end": endAbsent = r.AbsentReason(); break;
                case "extension": duration = ReadDuration(ref r); break;
                default: r.Unread(); break;
            }
        }
        return new Period(start, end) { StartAbsentReason = startAbsent, EndAbsentReason = endAbsent, Duration = duration };
    }

    /// <summary>A duration that cannot be read is not the same as none: without it a period never ends.</summary>
    private static Quantity? ReadDuration(ref FhirReader r)
    {
        Quantity? duration = null;
        if (!r.BeginList())
        {
            return null;
        }
        while (r.NextExtension())
        {
            if (r.Name is not ExtensionUrls.Duration)
            {
                r.Unread();
                continue;
            }
            duration = r.ExtensionValue("valueDuration", Quantity.Read);
            if (duration is null)
            {
                r.Malformed();
            }
        }
        return duration;
    }
}
