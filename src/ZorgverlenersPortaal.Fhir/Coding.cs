using ZorgverlenersPortaal.Fhir.Reading;

namespace ZorgverlenersPortaal.Fhir;

/// <summary>One code of one code system; system is a URI.</summary>
public sealed record Coding(string? System, string? Code, string? Display)
{
    internal static Coding? Read(ref FhirReader r)
    {
        if (!r.BeginObject())
        {
            return null;
        }
        string? system = null, code = null, display = null;
        while (r.NextProperty())
        {
            switch (r.Name)
            {
                case "system": system = r.Code(); break;
                case "code": code = r.Code(); break;
                case "display": display = r.Text(); break;
                default: r.Unread(); break;
            }
        }
        ref var shared = ref r.SharedPart(SharedKind.Coding, code ?? display, system);
        if (shared is Coding known && ReferenceEquals(known.Code, code)
            && ReferenceEquals(known.System, system) && ReferenceEquals(known.Display, display))
        {
            return known;
        }
        var coding = new Coding(system, code, display);
        shared = coding;
        return coding;
    }

    /// <summary>Most concepts have one coding, and it repeats: so does the list of it.</summary>
    internal static IReadOnlyList<Coding> ReadList(ref FhirReader r)
    {
        var only = r.OnlyItem(Read, out var codings);
        if (only is null || codings.Count > 0)
        {
            return codings;
        }
        ref var shared = ref r.SharedPart(SharedKind.CodingList, only.Code ?? only.Display, only.System);
        if (shared is Coding[] known && ReferenceEquals(known[0], only))
        {
            return known;
        }
        Coding[] single = [only];
        shared = single;
        return single;
    }
}
