namespace ZorgverlenersPortaal.Audit.Export;

/// <summary>The four reports of NEN 7513 (annex): whose looks, at whom.</summary>
public enum ReportShape
{
    /// <summary>For a patient: who looked at her record (art. 15e Wabvpz).</summary>
    Patient,

    /// <summary>Of a practice: at which patients its people looked.</summary>
    Practice,

    /// <summary>Of an employee: all she did.</summary>
    Employee,

    /// <summary>Of a record: all that was done with it, also by the hospital's own staff in the trail.</summary>
    Record,
}
