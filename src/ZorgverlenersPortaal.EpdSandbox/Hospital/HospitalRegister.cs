using System.Text.Json.Nodes;
using ZorgverlenersPortaal.EpdSandbox.Storage;

namespace ZorgverlenersPortaal.EpdSandbox.Hospital;

/// <summary>
/// What every maker of resources needs: where they go, the calendar, the dice and who works in the hospital.
/// </summary>
internal sealed class HospitalRegister(ResourceStore store, HospitalCalendar calendar, Dice dice)
{
    public HospitalCalendar Calendar { get; } = calendar;

    public Dice Dice { get; } = dice;

    /// <summary>
    /// Puts a resource into the store; <paramref name="updated"/> is when the EPD last wrote it (default: now).
    /// </summary>
    public void Add(JsonObject resource, DateTimeOffset? updated = null) =>
        store.Put(ResourceDraft.Of(resource, updated ?? Calendar.Now));

    /// <summary>Puts a resource as it was, and then as it is since <paramref name="changed"/>; not later than now.</summary>
    public void AddChanged(JsonObject before, DateTimeOffset updated, JsonObject after, DateTimeOffset changed)
    {
        Add(before, updated);
        Add(after, changed < Calendar.Now ? changed : Calendar.Now);
    }
}
