namespace ZorgverlenersPortaal.Audit;

/// <summary>What is wrong with a trail.</summary>
public enum TrailFault
{
    /// <summary>The content of the record is not what was written.</summary>
    RecordEdited,

    /// <summary>The record that had this sequence is gone.</summary>
    RecordMissing,

    /// <summary>The record at this sequence was put between others afterwards.</summary>
    RecordInserted,

    /// <summary>The record at this sequence was written at another one.</summary>
    RecordSwapped,

    /// <summary>The record is sound but does not follow the one before it.</summary>
    ChainBroken,

    /// <summary>A searchable column says something else than the record.</summary>
    ColumnMismatch,

    /// <summary>The patient index says something else than the record.</summary>
    PatientIndexMismatch,

    /// <summary>Records at the end are gone: a signed checkpoint counts more of them.</summary>
    TailCut,

    /// <summary>The chain fits, but a signed checkpoint saw another: rewritten, or a restored copy that went on.</summary>
    HistoryRewritten,

    /// <summary>A checkpoint line is malformed, of another node, or its signature does not fit.</summary>
    CheckpointForged,

    /// <summary>The file cannot be read as a trail.</summary>
    Unreadable,
}
