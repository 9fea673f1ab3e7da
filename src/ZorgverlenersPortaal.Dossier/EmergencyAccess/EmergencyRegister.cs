using ZorgverlenersPortaal.Dossier.Storage;

namespace ZorgverlenersPortaal.Dossier.EmergencyAccess;

/// <summary>The emergency accesses under way; read anew from the database at every look, so that an end holds on every node at once (R8).</summary>
public sealed class EmergencyRegister(Database database, TimeProvider clock)
{
    /// <summary>The access that this doctor, in this session, has to this patient now, or null.</summary>
    public async Task<EmergencyInForce?> FindAsync(Visit visit, string patientId, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(visit);
        await using var connection = await database.OpenAsync(cancellation);
        var found = await EmergencyTable.InForceAsync(
            connection, null, (visit.Provider.UziNumber, visit.SessionReference, patientId), clock.GetUtcNow(), cancellation);
        return found is null ? null : new(found.Id, found.PatientId, found.Until, found.Reason.ToString());
    }
}
