namespace ZorgverlenersPortaal.Audit;

/// <summary>Whether a record is still what it was when it became evidence.</summary>
public enum EvidenceState
{
    /// <summary>Its bytes give the hash it had.</summary>
    AsItWas,

    /// <summary>Its bytes, its place or the record before it give another hash: somebody changed the trail.</summary>
    Changed,

    /// <summary>There is nothing at its place any more, or this node cannot read it.</summary>
    Gone,
}
