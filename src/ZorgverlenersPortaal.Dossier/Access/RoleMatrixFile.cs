using System.Text;
using System.Text.Json;

namespace ZorgverlenersPortaal.Dossier.Access;

/// <summary>
/// The matrix as JSON: role, basis, section, each cell <c>"open"</c> or <c>"closed"</c> (docs/adr/0028). Every cell must be there,
/// once: what is left out is a fault and not a guess.
/// </summary>
internal static class RoleMatrixFile
{
    private const string Open = "open";
    private const string Closed = "closed";

    private static readonly JsonDocumentOptions _strict = new() { AllowDuplicateProperties = false };

    /// <summary>The cells, or null and every fault, each naming its cell.</summary>
    public static (RoleMatrixCells? Cells, IReadOnlyList<string> Faults) Read(string json)
    {
        List<string> faults = [];
        List<RoleMatrixCell> open = [];
        try
        {
            using var document = JsonDocument.Parse(json, _strict);
            foreach (var (role, bases) in Members<CareRole>(document.RootElement, "", faults))
            {
                foreach (var (basis, sections) in Members<AccessBasis>(bases, $"{role}/", faults))
                {
                    open.AddRange(Members<DossierCategory>(sections, $"{role}/{basis}/", faults)
                        .Where(section => IsOpen(section.Value, $"{role}/{basis}/{section.Name}", faults))
                        .Select(section => new RoleMatrixCell(role, basis, section.Name)));
                }
            }
        }
        catch (JsonException e)
        {
            return (null, [$"is not JSON, or names something twice: {e.Message}"]);
        }
        if (faults.Count > 0)
        {
            return (null, faults);
        }
        var (cells, missing) = RoleMatrixCells.Make(open);
        return (cells, [.. missing.Select(cell => $"{cell} is closed while {cell.Role}/{cell.Basis} opens the patient; open it, or close the whole basis (R7)")]);
    }

    /// <summary>The same form, every cell written out.</summary>
    public static string Write(RoleMatrixCells cells)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (var role in Enum.GetValues<CareRole>())
            {
                writer.WriteStartObject(role.ToString());
                foreach (var basis in Enum.GetValues<AccessBasis>())
                {
                    writer.WriteStartObject(basis.ToString());
                    foreach (var section in Enum.GetValues<DossierCategory>())
                    {
                        writer.WriteString(section.ToString(), cells.IsOpen(new(role, basis, section)) ? Open : Closed);
                    }
                    writer.WriteEndObject();
                }
                writer.WriteEndObject();
            }
            writer.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    /// <summary>The members of an object by name; one that is unknown or missing is a fault.</summary>
    private static List<(T Name, JsonElement Value)> Members<T>(JsonElement parent, string place, List<string> faults) where T : struct, Enum
    {
        if (parent.ValueKind != JsonValueKind.Object)
        {
            faults.Add($"{(place.Length == 0 ? "the whole" : place.TrimEnd('/'))} is no object; write the names of {typeof(T).Name} with their values");
            return [];
        }
        var names = Enum.GetNames<T>();
        faults.AddRange(parent.EnumerateObject().Where(member => !names.Contains(member.Name, StringComparer.Ordinal))
            .Select(member => $"{place}{member.Name} is unknown; {typeof(T).Name} has {string.Join(", ", names)}"));
        faults.AddRange(names.Where(name => !parent.TryGetProperty(name, out _)).Select(name => $"{place}{name} is missing; write it out"));
        return [.. Enum.GetValues<T>().Where(value => parent.TryGetProperty(value.ToString(), out _)).Select(value => (value, parent.GetProperty(value.ToString())))];
    }

    private static bool IsOpen(JsonElement value, string place, List<string> faults)
    {
        if (value.ValueKind == JsonValueKind.String && value.GetString() is Open or Closed)
        {
            return value.GetString() == Open;
        }
        faults.Add($"{place} is neither \"{Open}\" nor \"{Closed}\"");
        return false;
    }
}
