using System;
using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;

namespace Shop.Stock.N0
{
    public readonly struct Quantity : IEquatable<Quantity>, IComparable<Quantity>
    {
        public Quantity(int units) => Units = units;

        public int Units { get; }

        public static Quantity operator +(Quantity left, Quantity right) => new(left.Units + right.Units);
        public static Quantity operator -(Quantity left, Quantity right) => new(left.Units - right.Units);
        public static bool operator ==(Quantity left, Quantity right) => left.Equals(right);
        public static bool operator !=(Quantity left, Quantity right) => !left.Equals(right);

        public bool Equals(Quantity other) => Units == other.Units;
        public override bool Equals(object? obj) => obj is Quantity other && Equals(other);
        public override int GetHashCode() => Units;
        public int CompareTo(Quantity other) => Units.CompareTo(other.Units);
        public override string ToString() => Units + " pcs";
    }

    public abstract class Movement
    {
        protected Movement(string article, Quantity quantity, DateTimeOffset at)
        {
            Article = article;
            Quantity = quantity;
            At = at;
        }

        public string Article { get; }
        public Quantity Quantity { get; }
        public DateTimeOffset At { get; }
        public abstract int Sign { get; }
        public virtual string Describe() => $"{At:u} {Article} {(Sign > 0 ? "+" : "-")}{Quantity}";
    }

    public sealed class Receipt : Movement
    {
        public Receipt(string article, Quantity quantity, DateTimeOffset at, string supplier) : base(article, quantity, at) => Supplier = supplier;

        public string Supplier { get; }
        public override int Sign => 1;
        public override string Describe() => base.Describe() + " from " + Supplier;
    }

    public sealed class Issue : Movement
    {
        public Issue(string article, Quantity quantity, DateTimeOffset at) : base(article, quantity, at) { }

        public override int Sign => -1;
    }

    public sealed class StockLedger : IEnumerable<Movement>
    {
        private readonly ConcurrentDictionary<string, List<Movement>> byArticle = new();
        private readonly object gate = new();

        public event EventHandler<Movement>? Recorded;

        public void Record(Movement movement)
        {
            var list = byArticle.GetOrAdd(movement.Article, static _ => new List<Movement>());
            lock (gate)
            {
                if (movement.Sign < 0 && OnHand(movement.Article).CompareTo(movement.Quantity) < 0)
                    throw new InvalidOperationException($"Only {OnHand(movement.Article)} of {movement.Article} left");
                list.Add(movement);
            }
            Recorded?.Invoke(this, movement);
        }

        public Quantity OnHand(string article)
        {
            if (!byArticle.TryGetValue(article, out var list)) return default;
            var units = 0;
            for (var i = 0; i < list.Count; i++)
                units += list[i].Sign * list[i].Quantity.Units;
            return new Quantity(units);
        }

        public IEnumerable<(string Article, Quantity OnHand)> Below(int limit)
        {
            foreach (var article in byArticle.Keys.OrderBy(key => key, StringComparer.Ordinal))
            {
                var onHand = OnHand(article);
                if (onHand.Units < limit) yield return (article, onHand);
            }
        }

        public void Write(TextWriter writer)
        {
            var line = new StringBuilder();
            foreach (var movement in this)
            {
                line.Clear();
                line.Append(movement.Article).Append(';').Append(movement.Sign * movement.Quantity.Units).Append(';').Append(movement.At.ToString("O"));
                writer.WriteLine(line);
            }
        }

        public static StockLedger Read(TextReader reader)
        {
            var ledger = new StockLedger();
            while (reader.ReadLine() is { } line)
            {
                var fields = line.Split(';');
                if (fields.Length != 3) continue;
                if (!int.TryParse(fields[1], out var units) || !DateTimeOffset.TryParse(fields[2], out var at)) continue;
                try
                {
                    ledger.Record(units >= 0 ? new Receipt(fields[0], new Quantity(units), at, "unknown") : new Issue(fields[0], new Quantity(-units), at));
                }
                catch (InvalidOperationException refused)
                {
                    Console.Error.WriteLine(refused.Message);
                }
            }
            return ledger;
        }

        public IEnumerator<Movement> GetEnumerator() => byArticle.Values.SelectMany(list => list).OrderBy(movement => movement.At).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
