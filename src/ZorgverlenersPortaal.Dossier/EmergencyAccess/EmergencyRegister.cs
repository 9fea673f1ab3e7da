using ZorgverlenersPortaal.Dossier.Storage;

namespace ZorgverlenersPortaal.Dossier.EmergencyAccess;

/// <summary>The emergency accesses under way; read anew from the database at every look, so that an end holds on every node at once (R8).</summary>
public sealed class EmergencyRegister(FreshReads fresh, TimeProvider clock)
{
    /// <summary>The access that this doctor, in this session, has to this patient now, or null.</summary>
    public async Task<EmergencyInForce?> FindAsync(Visit visit, string patientId, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(visit);
        var (uzi, session) = (visit.Provider.UziNumber, visit.SessionReference);
        var opened = await fresh.ReadAsync(
            "emergencies", $"{uzi} {session} {patientId}", connection => EmergencyTable.OpenedAsync(connection, null, (uzi, session, patientId), cancellation), cancellation);
        return EmergencyTable.InForce(opened, clock.GetUtcNow()) is { } held ? new(held.Id, held.PatientId, held.Until, held.Reason.ToString()) : null;
    }
}
