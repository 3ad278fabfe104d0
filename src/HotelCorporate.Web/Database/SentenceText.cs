using HotelCorporate.Domain;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace HotelCorporate.Web.Database;

/// <summary>A sentence is stored with its words and what fills them apart, so that every reader gets it in their own language.</summary>
internal sealed class SentenceText() : ValueConverter<Sentence, string>(sentence => sentence.ToText(), text => Sentence.Parse(text));
