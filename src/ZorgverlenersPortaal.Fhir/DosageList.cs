using ZorgverlenersPortaal.Fhir.Reading;

namespace ZorgverlenersPortaal.Fhir;

/// <summary>The dosage instructions of one prescription. With a fault in any of them, none may be read without the others' text.</summary>
public sealed record DosageList(IReadOnlyList<Dosage> Items)
{
    /// <summary>A part was malformed or dropped: what is left may say less, or other, than what was written.</summary>
    public bool IsDamaged { get; private init; }

    internal static DosageList Read(ref FhirReader r, DosageList? already)
    {
        if (already is not null)
        {
            r.Distrust("the dosage is given twice");
        }
        var faults = r.Faults;
        var items = r.List(Dosage.Read);
        return new DosageList(items) { IsDamaged = r.Faults != faults };
    }
}
