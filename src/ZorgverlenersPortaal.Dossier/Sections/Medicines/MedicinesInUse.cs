namespace ZorgverlenersPortaal.Dossier.Sections.Medicines;

/// <summary>What a summary tells of the medication: what is in use, and that there is more to look up.</summary>
public sealed record MedicinesInUse
{
    /// <summary>In use now, by name.</summary>
    public required IReadOnlyList<Medicine> Current { get; init; }

    /// <summary>What the EPD asks not to give.</summary>
    public required IReadOnlyList<Medicine> NotToGive { get; init; }

    /// <summary>Put off for a time, not clear, or not to be shown safely: none of it may go unsaid beside what is in use.</summary>
    public required IReadOnlyList<Medicine> ToLookUp { get; init; }

    /// <summary>A kind of record could not be fetched, or something else may be missing (R7).</summary>
    public bool MayMissSome { get; init; }

    /// <summary>The EPD has a record of medication of any kind that was asked for.</summary>
    public bool HasAny { get; init; }

    internal IEnumerable<string> Sources =>
        Current.Concat(NotToGive).Concat(ToLookUp).SelectMany(m => m.ProductSource is { } product ? new[] { m.Source, product } : [m.Source]);
}
