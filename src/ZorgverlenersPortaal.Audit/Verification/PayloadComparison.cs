using System.Text.Json;

namespace ZorgverlenersPortaal.Audit.Verification;

/// <summary>Holds the searchable columns and the patient index against the payload they were made from.</summary>
internal static class PayloadComparison
{
    /// <summary>
    /// The fault, or null. Moves the patient scan past the rows of this record. Throws JsonException or
    /// InvalidOperationException when the payload is not one.
    /// </summary>
    public static TrailFault? Compare(in RecordRow row, PatientScan patients)
    {
        var json = new Utf8JsonReader(row.Payload);
        var columns = true;
        var seen = 0;
        var actor = false;
        var index = true;
        if (!json.Read() || json.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("A payload is an object.");
        }

        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("time"u8))
            {
                columns &= json.Read() && json.ValueTextEquals(row.Time);
                seen++;
            }
            else if (json.ValueTextEquals("event"u8))
            {
                columns &= json.Read() && json.GetInt64() == row.Event;
                seen++;
            }
            else if (json.ValueTextEquals("outcome"u8))
            {
                columns &= json.Read() && json.GetInt64() == row.Outcome;
                seen++;
            }
            else if (json.ValueTextEquals("request"u8))
            {
                columns &= json.Read() && json.ValueTextEquals(row.RequestId);
                seen++;
            }
            else if (json.ValueTextEquals("actor"u8))
            {
                columns &= ActorFits(ref json, row, out actor);
            }
            else if (json.ValueTextEquals("patients"u8))
            {
                index = PatientsFit(ref json, row.Sequence, patients);
            }
            else
            {
                json.Skip();
            }
        }

        if (!columns || seen != 4 || actor != row.HasActor)
        {
            return TrailFault.ColumnMismatch;
        }

        return index && patients.Sequence != row.Sequence ? null : TrailFault.PatientIndexMismatch;
    }

    private static bool ActorFits(ref Utf8JsonReader json, in RecordRow row, out bool named)
    {
        named = false;
        var fits = true;
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("uzi"u8))
            {
                named = true;
                fits = json.Read() && json.ValueTextEquals(row.Actor);
            }
            else
            {
                json.Skip();
            }
        }

        return fits;
    }

    private static bool PatientsFit(ref Utf8JsonReader json, long sequence, PatientScan patients)
    {
        var fits = true;
        json.Read();
        for (var position = 0; json.Read() && json.TokenType == JsonTokenType.StartObject; position++)
        {
            fits = PatientFits(ref json, sequence, position, patients) && fits;
        }

        return fits;
    }

    private static bool PatientFits(ref Utf8JsonReader json, long sequence, int position, PatientScan patients)
    {
        var fits = patients.IsAt(sequence, position);
        var bsn = false;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var isId = json.ValueTextEquals("id"u8);
            bsn |= !isId;
            json.Read();
            fits = fits && json.ValueTextEquals(isId ? patients.EpdId : patients.Bsn);
        }

        if (!fits || patients.HasBsn != bsn)
        {
            return false;
        }

        patients.Take();
        return true;
    }
}
