using System.Runtime.InteropServices;

namespace ZorgverlenersPortaal.Audit.Reconciliation;

/// <summary>A line of the EPD's log as far as it is kept in memory.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct IndexedLine
{
    public UInt128 Request;

    /// <summary>A hash.</summary>
    public UInt128 Patient;

    public int Number;

    public LineMarks Marks;

    /// <summary>What is missing, once all records were confronted; null where the log and the trail agree, and for who asks nothing about a patient.</summary>
    public readonly GapKind? Gap =>
        !Has(LineMarks.HasRequest) ? Has(LineMarks.HasPatient) ? GapKind.NoRequestId : null
        : !Has(LineMarks.IsKnown) ? GapKind.NoRecord
        : !Has(LineMarks.HasPatient) || Has(LineMarks.IsNamed) || Has(LineMarks.IsUnnameable) ? null
        : Has(LineMarks.IsList) ? GapKind.NotOnList
        : GapKind.OtherPatient;

    public readonly bool Has(LineMarks mark) => (Marks & mark) != LineMarks.None;
}
