using ZorgverlenersPortaal.EpdSandbox.Search;

namespace ZorgverlenersPortaal.EpdSandbox.Storage;

/// <summary>
/// One version of a resource: its JSON as bytes and what it can be found by. A Binary keeps its bytes apart from its
/// JSON.
/// </summary>
internal sealed class StoredResource
{
    /// <summary>The place in the order of arrival; results without a sort come in this order.</summary>
    public required long Sequence { get; init; }

    public required string Type { get; init; }

    public required string Id { get; init; }

    public required string Version { get; init; }

    public required DateTimeOffset LastUpdated { get; init; }

    public required ReadOnlyMemory<byte> Json { get; init; }

    public required IndexValue[] Values { get; init; }

    /// <summary>
    /// True where the JSON holds <see cref="ServerBase.Placeholder"/>, to be replaced by the address asked at.
    /// </summary>
    public required bool NamesBase { get; init; }

    /// <summary>The bytes of a Binary; null for every other type.</summary>
    public ReadOnlyMemory<byte>? Content { get; init; }

    public string ContentType { get; init; } = "";

    public string Key => Type + "/" + Id;

    /// <summary>
    /// The ids of the patients this resource is about: its own id for a Patient, none for what is nobody's.
    /// </summary>
    public IEnumerable<string> PatientIds =>
        string.Equals(Type, "Patient", StringComparison.Ordinal)
            ? [Id]
            : Values
                .Where(value => string.Equals(value.Parameter, SearchParameterTable.Patient, StringComparison.Ordinal))
                .Select(value => value.Code);
}
