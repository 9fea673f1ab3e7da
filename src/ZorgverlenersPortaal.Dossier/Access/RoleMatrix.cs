using System.Reflection;
using ZorgverlenersPortaal.Dossier.Storage;

namespace ZorgverlenersPortaal.Dossier.Access;

/// <summary>
/// Which parts of a record a role may see on which basis, by the version in force at this moment. The approved
/// versions are as the database holds them at every look, so a change works on every node at once (R8).
/// </summary>
public sealed class RoleMatrix(Database database, FreshReads fresh, TimeProvider clock)
{
    private readonly RoleMatrixVersion _builtIn = BuiltIn();

    /// <summary>What is open now; directives and allergies always are where the basis opens the patient (R7), none: it does not.</summary>
    public IReadOnlySet<DossierCategory> Categories(CareRole role, AccessBasis basis) => InForce().Cells.Of(role, basis);

    /// <summary>The version in force now. Throws InvalidDataException when the stored matrix cannot be understood: nobody looks then.</summary>
    public RoleMatrixVersion InForce()
    {
        var now = clock.GetUtcNow();
        // Numbers follow in the order in which versions take effect: the office refuses any other.
        return Approved().LastOrDefault(version => version.Effective <= now) ?? _builtIn;
    }

    /// <summary>The approved version that follows the one in force, or null.</summary>
    public RoleMatrixVersion? Next()
    {
        var now = clock.GetUtcNow();
        return Approved().FirstOrDefault(version => version.Effective > now);
    }

    /// <summary>All versions, newest first; the last is the one that came with the portal.</summary>
    public IReadOnlyList<RoleMatrixVersion> History()
    {
        using var connection = database.Open();
        return [.. RoleMatrixTable.List(connection).Reverse(), _builtIn];
    }

    /// <summary>What the next proposal starts from: the last approved, in force or to come.</summary>
    public RoleMatrixVersion Latest() => Latest(Approved());

    /// <summary>The same of these, oldest first.</summary>
    internal RoleMatrixVersion Latest(IEnumerable<RoleMatrixVersion> versions) =>
        versions.LastOrDefault(version => version.Status == RoleMatrixStatus.Approved) ?? _builtIn;

    private IReadOnlyList<RoleMatrixVersion> Approved() => fresh.Read<IReadOnlyList<RoleMatrixVersion>>(
        "role matrix", "approved", connection => [.. RoleMatrixTable.List(connection).Where(version => version.Status == RoleMatrixStatus.Approved)]);

    /// <summary>The matrix in this assembly; throws InvalidDataException naming the cell at fault.</summary>
    private static RoleMatrixVersion BuiltIn()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("role-matrix.json")!);
        var (cells, faults) = RoleMatrixFile.Read(reader.ReadToEnd());
        return new()
        {
            Number = RoleMatrixVersion.BuiltIn,
            Cells = cells ?? throw new InvalidDataException($"role-matrix.json: {string.Join("; ", faults)}"),
        };
    }
}
